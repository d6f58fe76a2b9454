package uk.nhs.hee.tis.gmc.client.internal.call;

/** What a failed call says about whether other calls would fare better. */
enum Reach {
  /** The service answered as it should, and refused just this request. */
  THIS_REQUEST,
  /** The account has no access to this designated body, which says nothing about others. */
  THIS_BODY,
  /**
   * Somebody asked to slow down: the GMC, its edge or the way to it. Others may still get through,
   * and holding calls back would turn a few refusals into many: it neither opens nor closes the
   * circuit, and does not count among the failures that do. A probe that meets it leaves the
   * question open. For the availability it is a failure like an outage, which degrades it at most.
   */
  SLOW_DOWN,
  /** The GMC, its edge or the network failed: a run of these opens the circuit. */
  OUTAGE,
  /**
   * The edge's web application firewall blocks this request, perhaps because of its contents; only
   * several different ones in a row say anything about others.
   */
  BLOCKED_REQUEST,
  /** The edge blocks this client, so any further call would be refused too. */
  BLOCK,
  /** The GMC refuses the credentials or the IP address, so any further call would be too. */
  CREDENTIALS,
  /** The caller abandoned the call. */
  CALLER
}
