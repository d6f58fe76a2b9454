/**
 * The way of one call through the house: written, sent, judged, read, and ended in one answer or
 * one exception that says whether the operation may have run.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.call;

import org.jspecify.annotations.NullMarked;
