package uk.nhs.hee.tis.gmc.testkit.pages;

import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.testkit.internal.AnswerWriter;
import uk.nhs.hee.tis.gmc.testkit.internal.WireAnswer;

/**
 * SOAP faults of the application server, with the marks of having passed Cloudflare; start at
 * {@link GmcPages#aspNet()}. Immutable and thread-safe.
 */
public final class AspNetFaults {
  private final EdgePass pass;

  AspNetFaults(EdgePass pass) {
    this.pass = pass;
  }

  /**
   * {@return the same faults with this Ray ID; {@code 8f3c2a9d1b7e4650} by default}
   *
   * @param rayId 16 lower-case hex digits, without the data centre
   * @throws IllegalArgumentException if it is not 16 lower-case hex digits
   */
  public AspNetFaults rayId(String rayId) {
    return new AspNetFaults(pass.rayId(rayId));
  }

  /**
   * {@return a fault that blames the caller: {@code Client}, in SOAP 1.2 {@code Sender}}
   *
   * @param version of the envelope, which decides the content type too
   */
  public CannedAnswer clientFault(SoapVersion version) {
    return fault(
        AnswerWriter.callerFault(
            wire(version), "Server was unable to read request. ---> Data at the root is invalid."));
  }

  /**
   * {@return a fault that blames the server: {@code Server}, in SOAP 1.2 {@code Receiver}}
   *
   * @param version of the envelope, which decides the content type too
   */
  public CannedAnswer serverFault(SoapVersion version) {
    return fault(
        AnswerWriter.serverFault(
            wire(version), "Server was unable to process request. ---> The operation broke off."));
  }

  /**
   * {@return the fault for a SOAP action that the service does not know}
   *
   * @param version of the envelope, which decides the content type too
   * @param action the action that the caller sent; it appears in the fault
   */
  public CannedAnswer unknownAction(SoapVersion version, String action) {
    return fault(
        AnswerWriter.callerFault(
            wire(version),
            "Server did not recognize the value of HTTP Header SOAPAction: " + action + "."));
  }

  private CannedAnswer fault(WireAnswer fault) {
    return pass.passedOn(fault.status(), fault.contentType())
        .header("Cache-Control", "private")
        .header("X-AspNet-Version", "4.0.30319")
        .header("X-Powered-By", "ASP.NET")
        .body(fault.body())
        .build();
  }

  private static uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion wire(SoapVersion version) {
    return version == SoapVersion.SOAP_1_1
        ? uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion.SOAP_1_1
        : uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion.SOAP_1_2;
  }
}
