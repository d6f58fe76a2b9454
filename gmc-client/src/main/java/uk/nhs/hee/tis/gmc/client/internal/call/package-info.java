/**
 * The path of one call: written, sent, judged, read, and ended in one answer or one exception that
 * says whether the operation may have run.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.call;

import org.jspecify.annotations.NullMarked;
