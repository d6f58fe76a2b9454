package uk.nhs.hee.tis.gmc.client.internal.verdict;

import org.jspecify.annotations.Nullable;

/** One step of the decision order: a verdict, or null to leave the answer to the next step. */
@FunctionalInterface
interface Rule {
  Verdict.@Nullable Builder apply(Clues clues);
}
