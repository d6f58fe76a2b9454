/** A night job that keeps one file of doctors per designated body up to date with GMC Connect. */
@NullMarked
package uk.nhs.hee.tis.gmc.example.sync;

import org.jspecify.annotations.NullMarked;
