/**
 * The values of GMC Connect, requests and answers, in the domain's terms.
 *
 * <p>Immutable, thread-safe and free of the GMC's wire formats. Personal data is shown as {@code
 * ***} by every {@code toString}.
 *
 * <p>What is said here of GMC Connect comes from its public service description, and from the
 * public sources and incident pages of the NHS England services that call it; the GMC may change it
 * without notice.
 *
 * <p>Null is accepted only where a parameter is marked {@code @Nullable}. A required component that
 * is missing is refused when the value is made: of a request with an {@link
 * uk.nhs.hee.tis.gmc.client.model.UnsendableValueException}, of an answer with an {@link
 * IllegalArgumentException}. A list that is null, or holds null, is refused with a {@link
 * NullPointerException}.
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
