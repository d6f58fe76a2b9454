/** GMC Connect called without gmc-client: Spring-WS and classes generated from its description. */
@NullMarked
package uk.nhs.hee.tis.gmc.example.legacy;

import org.jspecify.annotations.NullMarked;
