/**
 * The values of GMC Connect, requests and answers, in the domain's terms.
 *
 * <p>Immutable, thread-safe and free of the GMC's wire formats. Personal data is shown as {@code
 * ***} by every {@code toString}.
 *
 * <p>Any mapper of Jackson 2.11 or later, or of Jackson 3, writes and reads every type here as
 * JSON, with no module registered; so it does {@code Evidence}, {@code Incident} and {@code
 * GmcAvailability}:
 *
 * <ul>
 *   <li>Properties are named as the accessors are. Dates, times and durations are text in ISO 8601,
 *       enums their names, a {@link ReturnCode} its code; absent values are left out, and an empty
 *       list is not absent.
 *   <li>A message without its list or another required property, or with a null row, is refused by
 *       Jackson's {@code JsonMappingException} (in Jackson 3 {@code ValueInstantiationException}).
 *       Properties that a later version may add are ignored.
 *   <li>A refusal names the property and quotes no value: the messages themselves hold doctors'
 *       personal data, so any queue that carries them must be fit to hold it. Only for a text that
 *       is not JSON at all does Jackson use its own words, and before 2.16 these quote the text,
 *       unless {@code JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION} is switched off.
 * </ul>
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.model;

import org.jspecify.annotations.NullMarked;
