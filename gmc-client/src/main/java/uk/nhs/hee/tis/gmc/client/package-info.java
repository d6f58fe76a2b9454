/**
 * The entry point of the library: the {@link uk.nhs.hee.tis.gmc.client.GmcClient}, what it is built
 * from, and its listeners.
 *
 * <p>Nothing here exposes a type of another library.
 *
 * <p>Null is accepted only where a parameter is marked {@code @Nullable}. Elsewhere builders and
 * operations refuse it with an {@link IllegalArgumentException} that names what is missing, and
 * other methods, unless they say otherwise, with a {@link NullPointerException}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.NullMarked;
