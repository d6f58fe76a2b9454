package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * One request of one operation, ready to be written, and the way to its typed answer. Deliberately
 * without a {@code toString}: everything in it is secret.
 *
 * @param <A> the typed answer
 */
public final class SoapCall<A extends GmcAnswer> {
  private final GmcOperation operation;
  private final RequestFields fields;
  private final CallIds ids;
  private final Supplier<Reading<A>> readings;

  SoapCall(
      GmcOperation operation, RequestFields fields, CallIds ids, Supplier<Reading<A>> readings) {
    this.operation = operation;
    this.fields = fields;
    this.ids = ids;
    this.readings = readings;
  }

  /** Returns the operation. */
  public GmcOperation operation() {
    return operation;
  }

  /**
   * Returns the envelope in UTF-8.
   *
   * @throws UnsendableValueException if a value of the request holds a character that XML cannot
   * @throws IllegalArgumentException if the credentials hold one
   */
  public byte[] envelope(SoapVersion version, GmcCredentials credentials) {
    StringBuilder out = new StringBuilder(1024);
    String name = operation.operationName();
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?><soap:Envelope xmlns:soap=\"")
        .append(SoapNames.envelopeNamespace(version))
        .append("\"><soap:Body><")
        .append(name)
        .append(" xmlns=\"")
        .append(SoapNames.GMC)
        .append("\">");
    fields.appendTo(out);
    RequestFields.appendElement(out, "Username", "username", credentials.username());
    RequestFields.appendElement(out, "Password", "password", credentials.password());
    out.append("</").append(name).append("></soap:Body></soap:Envelope>");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the values of a request with these credentials that must never be shown. */
  public SentValues sentValues(GmcCredentials credentials) {
    List<String> values = new ArrayList<>(fields.personalValues());
    values.add(credentials.username());
    values.add(credentials.password());
    values.add(credentials.username() + ":" + credentials.password());
    return SentValues.of(values);
  }

  /** Returns what will read the answer of one more attempt. */
  public Reading<A> reading() {
    Reading<A> reading = readings.get();
    reading.ofCall(ids);
    return reading;
  }
}
