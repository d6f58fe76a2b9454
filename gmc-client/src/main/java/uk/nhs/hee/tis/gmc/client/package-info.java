/**
 * The entry point of the library: the {@link uk.nhs.hee.tis.gmc.client.GmcClient}, what it is built
 * from, and its listeners.
 *
 * <p>Nothing here exposes a type of another library.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.NullMarked;
