/**
 * The JSON form of the value types, using the annotations that Jackson 2 and Jackson 3 share: any
 * application's own mapper writes and reads them, with no module registered.
 */
@NullMarked
package uk.nhs.hee.tis.gmc.client.internal.json;

import org.jspecify.annotations.NullMarked;
