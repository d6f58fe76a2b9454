/**
 * SOAP in and out: typed requests to envelopes, answers of the service to typed values, exactly to
 * contract on the way out and leniently, but completely or not at all, on the way in.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.soap;

import org.jspecify.annotations.NullMarked;
