/**
 * Finds out, layer by layer, why GMC Connect does not answer as it should, and who must act: {@link
 * uk.nhs.hee.tis.gmc.client.diagnose.GmcDiagnosis}, and {@link
 * uk.nhs.hee.tis.gmc.client.diagnose.Main} as its command.
 *
 * <p>It only reads, and nothing in its output ever holds credentials or a doctor's data.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.diagnose;

import org.jspecify.annotations.NullMarked;
