/**
 * A stand-in GMC Connect for the tests of Reval modules, and for environments where the real one
 * may not be used.
 *
 * <p>Start at {@link uk.nhs.hee.tis.gmc.testkit.GmcMockServer}: it answers all six operations over
 * real HTTP from a {@link uk.nhs.hee.tis.gmc.testkit.GmcRegister}, misbehaves where a test asks it
 * to, and fails the test when a request is off contract. All data in it is invented.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit;

import org.jspecify.annotations.NullMarked;
