/**
 * JSON forms of requests, answers and evidence for those who pass them on, such as over a queue:
 * the one package that names Jackson's types. The rest of the library neither reads nor writes
 * these forms.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.json;

import org.jspecify.annotations.NullMarked;
