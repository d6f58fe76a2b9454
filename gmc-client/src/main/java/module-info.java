/** Client of the GMC's GMC Connect service. */
module uk.nhs.hee.tis.gmc.client {
  requires transitive java.net.http;
  requires java.xml;
  requires dev.failsafe.core;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static micrometer.core;
  requires static transitive org.jspecify;

  exports uk.nhs.hee.tis.gmc.client;
  exports uk.nhs.hee.tis.gmc.client.diagnose;
  exports uk.nhs.hee.tis.gmc.client.error;
  exports uk.nhs.hee.tis.gmc.client.json;
  exports uk.nhs.hee.tis.gmc.client.metrics;
  exports uk.nhs.hee.tis.gmc.client.model;
}
