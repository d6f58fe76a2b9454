/**
 * Binds a client to Micrometer, if the application has it: the only package that uses its types.
 * The rest of the library does not need it.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.metrics;

import org.jspecify.annotations.NullMarked;
