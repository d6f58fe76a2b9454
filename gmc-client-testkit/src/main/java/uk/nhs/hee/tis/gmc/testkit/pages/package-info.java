/**
 * Canned answers of whatever is between a caller and GMC Connect, or answers in its place:
 * Cloudflare, the GMC's web server, proxies and gateways.
 *
 * <p>Start at {@link uk.nhs.hee.tis.gmc.testkit.pages.GmcPages}; any other answer is a {@link
 * uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit.pages;

import org.jspecify.annotations.NullMarked;
