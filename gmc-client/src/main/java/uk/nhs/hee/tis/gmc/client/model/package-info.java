/**
 * The values of GMC Connect: what is asked and what is answered, in the domain's words.
 *
 * <p>Immutable, thread-safe, free of wire forms and of any other package of this library. Personal
 * data is shown as {@code ***} by every {@code toString}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.model;

import org.jspecify.annotations.NullMarked;
