/**
 * A stand-in GMC Connect for the tests of Reval modules, and for environments where the real one
 * may not be used.
 *
 * <p>Start at {@link uk.nhs.hee.tis.gmc.testkit.GmcMockServer}: it answers all six operations over
 * real HTTP from a {@link uk.nhs.hee.tis.gmc.testkit.GmcRegister}, misbehaves when a test asks it
 * to, and fails the test if a request breaks the contract. All data in it is invented.
 *
 * <p>Assertions on what was received are in {@link uk.nhs.hee.tis.gmc.testkit.assertions}, the
 * client's exceptions come from {@link uk.nhs.hee.tis.gmc.testkit.errors}, and canned answers from
 * Cloudflare, proxies and web servers from {@link uk.nhs.hee.tis.gmc.testkit.pages}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit;

import org.jspecify.annotations.NullMarked;
