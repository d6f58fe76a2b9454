/**
 * Finds out, layer by layer, why GMC Connect does not answer as it should, and who must act: {@link
 * uk.nhs.hee.tis.gmc.client.diagnose.GmcDiagnosis}, and {@link
 * uk.nhs.hee.tis.gmc.client.diagnose.Main} as a command.
 *
 * <p>Null is accepted only where a parameter is marked {@code @Nullable}, and refused with an
 * exception elsewhere.
 *
 * <p>It only reads, and its output never contains credentials or a doctor's data.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.diagnose;

import org.jspecify.annotations.NullMarked;
