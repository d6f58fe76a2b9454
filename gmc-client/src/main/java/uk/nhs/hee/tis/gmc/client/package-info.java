@NullMarked
package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.NullMarked;
