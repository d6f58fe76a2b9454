/**
 * One exchange over {@code java.net.http}: a request out, an answer in, its body decoded, bounded
 * in bytes and in time. Knows nothing about SOAP and judges nothing.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.http;

import org.jspecify.annotations.NullMarked;
