/**
 * Who answered? One pure function, {@link uk.nhs.hee.tis.gmc.client.internal.verdict.Judge}, from
 * what is known about an HTTP answer that is not a usable GMC Connect answer to a verdict with its
 * signals.
 *
 * <p>No clock, no network, no logging, no state: the same answer always gets the same verdict.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.verdict;

import org.jspecify.annotations.NullMarked;
