/**
 * The internals of the stand-in GMC Connect: the wire contract, its check, and the server.
 *
 * <p>Not for users: anything here may change or vanish in any release.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit.internal;

import org.jspecify.annotations.NullMarked;
