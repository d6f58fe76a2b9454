/** Client of the GMC's GMC Connect service. */
@SuppressWarnings("module") // Jackson 3 and the testkit are the application's, and not here.
module uk.nhs.hee.tis.gmc.client {
  requires transitive java.net.http;
  requires java.xml;
  requires dev.failsafe.core;
  requires com.fasterxml.jackson.annotation;
  requires com.fasterxml.jackson.databind;
  requires org.slf4j;
  requires static micrometer.core;
  requires static micrometer.observation;
  requires static transitive org.jspecify;

  exports uk.nhs.hee.tis.gmc.client;
  exports uk.nhs.hee.tis.gmc.client.diagnose;
  exports uk.nhs.hee.tis.gmc.client.error;
  exports uk.nhs.hee.tis.gmc.client.metrics;
  exports uk.nhs.hee.tis.gmc.client.model;

  // The testkit's exceptions are judged and worded, and its fake's requests checked, by the client.
  exports uk.nhs.hee.tis.gmc.client.internal.call to
      uk.nhs.hee.tis.gmc.testkit;
  exports uk.nhs.hee.tis.gmc.client.internal.soap to
      uk.nhs.hee.tis.gmc.testkit;

  // The JSON form of the value types is not public, and is there for Jackson 2 and 3 alone.
  opens uk.nhs.hee.tis.gmc.client to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens uk.nhs.hee.tis.gmc.client.diagnose to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens uk.nhs.hee.tis.gmc.client.error to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens uk.nhs.hee.tis.gmc.client.internal.json to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
  opens uk.nhs.hee.tis.gmc.client.model to
      com.fasterxml.jackson.databind,
      tools.jackson.databind;
}
