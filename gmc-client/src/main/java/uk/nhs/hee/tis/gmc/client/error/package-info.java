/**
 * What can go wrong, as types: one {@link uk.nhs.hee.tis.gmc.client.error.GmcException} per failed
 * call, with the {@link uk.nhs.hee.tis.gmc.client.error.Evidence} behind its verdict.
 *
 * <p>What is said here of Cloudflare's error codes, pages and headers comes from its public
 * documentation. Exceptions and evidence are immutable and thread-safe. An exception without
 * evidence cannot be made: null is refused with a {@link NullPointerException}.
 *
 * <p>Nothing in this package ever contains credentials, a request body, a SOAP answer or a doctor's
 * data.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.error;

import org.jspecify.annotations.NullMarked;
