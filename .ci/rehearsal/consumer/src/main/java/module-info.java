module consumer {
  requires uk.nhs.hee.tis.gmc.client;
}
