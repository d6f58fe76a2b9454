package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * Reads an answer as its bytes arrive: completely, to the last byte, or not at all.
 *
 * <p>A list of doctors is applied by disconnecting doctors missing from it, so nothing unknown is
 * skipped where a row could hide: skipped content may contain neither a row nor a list of rows.
 */
public final class AnswerReader {
  private static final String ECHO = "ClientRequestID";
  private static final String LIST = "Doctors";

  private final GmcOperation operation;
  private final WatchedInput in;
  private final Reading<?> reading;
  private final Set<String> fields;
  private final RawAnswer answer = new RawAnswer();
  private @Nullable XmlCursor xml;
  private @Nullable DoctorRows rows;
  private boolean envelopeSeen;

  private AnswerReader(GmcOperation operation, InputStream in, Reading<?> reading) {
    this.operation = operation;
    this.in = new WatchedInput(in);
    this.reading = reading;
    this.fields = fields(operation);
  }

  /** Returns the contract's elements; one with any other name is extra, whatever it contains. */
  private static Set<String> fields(GmcOperation operation) {
    Set<String> fields = new HashSet<>(SoapOperations.of(operation).answerFields());
    fields.addAll(Set.of(ECHO, "GMCRequestID", "ReturnCode"));
    return fields;
  }

  /**
   * Returns the whole answer to an operation, having read the stream to its end.
   *
   * @param in text in UTF-8 without a byte order mark
   * @param reading receives the rows as they are read, long before the answer is known to be
   *     complete
   * @throws UnreadableAnswerException if it is not that; the stream may then have bytes left
   */
  public static RawAnswer read(GmcOperation operation, InputStream in, Reading<?> reading)
      throws UnreadableAnswerException {
    AnswerReader reader = new AnswerReader(operation, in, reading);
    try {
      reader.envelope();
      return reader.answer;
    } catch (XMLStreamException e) {
      throw reader.told(reader.unreadable(e));
    } catch (IOException e) {
      throw reader.told(reader.problem(Kind.TRUNCATED, "the answer broke off", e));
    } catch (UnreadableAnswerException e) {
      throw reader.told(e);
    }
  }

  /** Adds what was read before the problem; an answer to another call adds nothing. */
  private UnreadableAnswerException told(UnreadableAnswerException e) {
    return e.kind() == Kind.OTHER_CALL ? e : e.with(answer, place());
  }

  /** Describes the reader's position, so that a person can find the record. */
  private String place() {
    if (xml == null) {
      return "";
    }
    Location at = xml.location();
    String row = rows == null ? "" : rows.place();
    return row + "line " + at.getLineNumber() + ", column " + at.getColumnNumber();
  }

  private UnreadableAnswerException unreadable(XMLStreamException e) {
    IOException failure = in.failure();
    if (failure != null) {
      return problem(Kind.TRUNCATED, "the answer broke off", failure);
    }
    if (!envelopeSeen) {
      return problem(Kind.NOT_SOAP, "the answer is not a SOAP envelope", null);
    }
    if (in.ended() && xml != null && xml.depth() > 0) {
      return problem(Kind.TRUNCATED, "the answer ended inside the envelope", null);
    }
    return problem(Kind.MALFORMED, Trouble.of(e), null);
  }

  private UnreadableAnswerException problem(
      Kind kind, String message, @Nullable IOException broken) {
    return new UnreadableAnswerException(kind, envelopeSeen, message, broken);
  }

  private void envelope() throws XMLStreamException, IOException, UnreadableAnswerException {
    XmlCursor cursor = new XmlCursor(in, mayHideRows());
    xml = cursor;
    cursor.nextChild();
    String soap = cursor.namespace();
    if (!cursor.localName().equals("Envelope")
        || !(soap.equals(SoapNames.SOAP_1_1) || soap.equals(SoapNames.SOAP_1_2))) {
      throw problem(Kind.NOT_SOAP, "the answer's root is not a SOAP envelope", null);
    }
    envelopeSeen = true;
    boolean body = false;
    while (cursor.nextChild()) {
      if (cursor.localName().equals("Body") && cursor.namespace().equals(soap)) {
        if (body) {
          throw problem(Kind.MALFORMED, "the envelope has two bodies", null);
        }
        body = true;
        body(cursor, soap);
      } else {
        cursor.skip();
      }
    }
    cursor.expectEnd();
    if (in.read() >= 0) {
      throw problem(Kind.MALFORMED, "bytes follow the envelope", null);
    }
    if (!body) {
      throw problem(Kind.INCOMPLETE, "the envelope has no body", null);
    }
    checkComplete();
  }

  private Set<String> mayHideRows() {
    return operation == GmcOperation.GET_DOCTORS_FOR_DB ? Set.of(LIST, DoctorRows.ROW) : Set.of();
  }

  private void body(XmlCursor cursor, String soap)
      throws XMLStreamException, UnreadableAnswerException {
    String wanted = operation.operationName() + "Response";
    boolean response = false;
    while (cursor.nextChild()) {
      if (cursor.localName().equals("Fault") && cursor.namespace().equals(soap)) {
        throw problem(Kind.SOAP_FAULT, "the answer is a SOAP fault", null);
      }
      if (response || !cursor.localName().equals(wanted) || !cursor.isGmc()) {
        throw problem(
            Kind.INCOMPLETE, "the body does not hold " + wanted + " of GMC Connect alone", null);
      }
      response = true;
      response(cursor);
    }
    if (!response) {
      throw problem(Kind.INCOMPLETE, "the body is empty: " + wanted + " is missing", null);
    }
  }

  private void response(XmlCursor cursor) throws XMLStreamException, UnreadableAnswerException {
    String wanted = operation.operationName() + "Result";
    boolean result = false;
    while (cursor.nextChild()) {
      if (cursor.localName().equals(wanted)) {
        expectGmc(cursor);
        expectFirst(!result, wanted);
        result = true;
        result(cursor);
      } else {
        cursor.skip();
      }
    }
    if (!result) {
      throw problem(Kind.INCOMPLETE, wanted + " is missing", null);
    }
  }

  private void result(XmlCursor cursor) throws XMLStreamException, UnreadableAnswerException {
    boolean list = false;
    while (cursor.nextChild()) {
      String name = cursor.localName();
      if (name.equals(LIST) && operation == GmcOperation.GET_DOCTORS_FOR_DB) {
        expectGmc(cursor);
        expectFirst(!list, name);
        list = true;
        doctors(cursor);
      } else if (fields.contains(name) && cursor.isGmc()) {
        String text = cursor.text();
        if (name.equals(ECHO) && reading.isOfAnotherCall(text)) {
          throw problem(Kind.OTHER_CALL, "ClientRequestID is that of another call", null);
        }
        expectFirst(answer.put(name, text), name);
      } else {
        cursor.skip();
      }
    }
  }

  private void doctors(XmlCursor cursor) throws XMLStreamException, UnreadableAnswerException {
    if (cursor.isNil()) {
      while (cursor.nextChild()) {
        cursor.skip();
      }
      return;
    }
    if (cursor.isReference()) {
      throw problem(Kind.MALFORMED, LIST + " refers to a list elsewhere in the answer", null);
    }
    answer.listed();
    reading.listBegins();
    rows = new DoctorRows(cursor, reading, answer.unreadableFields, envelopeSeen);
    rows.read();
  }

  private void checkComplete() throws UnreadableAnswerException {
    if (answer.text("ReturnCode").isEmpty()) {
      throw problem(Kind.INCOMPLETE, "ReturnCode is missing", null);
    }
    boolean list = operation == GmcOperation.GET_DOCTORS_FOR_DB;
    if (list && answer.returnCode().equals(ReturnCode.SUCCESS) && !answer.isListed()) {
      throw problem(
          Kind.INCOMPLETE,
          "Doctors is missing: for an empty list it would be there, but empty",
          null);
    }
  }

  private void expectGmc(XmlCursor cursor) throws UnreadableAnswerException {
    if (!cursor.isGmc()) {
      throw problem(
          Kind.MALFORMED, cursor.localName() + " is not in the namespace of GMC Connect", null);
    }
  }

  private void expectFirst(boolean first, String name) throws UnreadableAnswerException {
    if (!first) {
      throw problem(Kind.MALFORMED, name + " occurs twice", null);
    }
  }
}
