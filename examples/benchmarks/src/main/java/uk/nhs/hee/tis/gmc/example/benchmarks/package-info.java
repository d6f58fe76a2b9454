/**
 * What gmc-client costs: time, memory, start-up and size, beside today's stack, its best peer and
 * the JDK alone.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.example.benchmarks;

import org.jspecify.annotations.NullMarked;
