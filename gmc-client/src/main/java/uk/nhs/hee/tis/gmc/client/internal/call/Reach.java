package uk.nhs.hee.tis.gmc.client.internal.call;

/** What a failed call says about whether other calls would fare better. */
enum Reach {
  /** The service answered as it should, and refused just this request. */
  THIS_REQUEST,
  /** The account has no access to this designated body, which says nothing of others. */
  THIS_BODY,
  /** The GMC, its edge or the network failed: a run of these opens the circuit. */
  OUTAGE,
  /**
   * The edge's web application firewall blocks this request, perhaps for what it holds; only
   * several different ones in a row say anything of others.
   */
  BLOCKED_REQUEST,
  /** The edge blocks this client, so any further call would be refused too. */
  BLOCK,
  /** The GMC refuses the credentials or the IP address, so any further call would be too. */
  CREDENTIALS,
  /** The caller gave up. */
  CALLER
}
