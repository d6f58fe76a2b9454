/**
 * The client's exceptions, for tests without a server.
 *
 * <p>Start at {@link uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors}.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.testkit.errors;

import org.jspecify.annotations.NullMarked;
