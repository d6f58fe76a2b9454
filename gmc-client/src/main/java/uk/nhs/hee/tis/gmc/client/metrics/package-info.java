/**
 * Binds a client to Micrometer, for those who have it: the one package that names its types. The
 * rest of the library neither knows nor needs it.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.metrics;

import org.jspecify.annotations.NullMarked;
