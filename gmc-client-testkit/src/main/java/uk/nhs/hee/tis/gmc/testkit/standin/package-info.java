/**
 * The stand-in GMC Connect as a program, for environments where the real one may not be used.
 *
 * <p>{@link uk.nhs.hee.tis.gmc.testkit.standin.StandInGmc} is its main class; it needs no JUnit.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit.standin;

import org.jspecify.annotations.NullMarked;
