module consumer {
  requires com.fasterxml.jackson.databind;
  requires uk.nhs.hee.tis.gmc.client;
}
