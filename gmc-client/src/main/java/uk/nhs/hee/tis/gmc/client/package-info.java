/**
 * The door of the library: a {@link uk.nhs.hee.tis.gmc.client.GmcClient}, what it is built from,
 * and those who are told what it does.
 *
 * <p>Nothing here names a type of another library.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.NullMarked;
