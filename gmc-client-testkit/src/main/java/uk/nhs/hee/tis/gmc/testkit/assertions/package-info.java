/**
 * AssertJ assertions about what a mock server or a fake has received.
 *
 * <p>Start at {@link uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit.assertions;

import org.jspecify.annotations.NullMarked;
