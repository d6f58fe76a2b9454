package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * Reads an answer as its bytes arrive: whole, to the last byte, or not at all.
 *
 * <p>A list of doctors is applied by disconnecting whoever is missing from it, so nothing here
 * skips what it does not understand where a row could hide: only unknown fields are passed over.
 */
public final class AnswerReader {
  private static final Set<String> FIELDS =
      Set.of(
          "ClientRequestID",
          "GMCRequestID",
          "ReturnCode",
          "Status",
          "RecommendationID",
          "SubmissionDate");

  private final GmcOperation operation;
  private final WatchedInput in;
  private final Reading<?> reading;
  private final RawAnswer answer = new RawAnswer();
  private @Nullable XmlCursor xml;
  private boolean envelopeSeen;

  private AnswerReader(GmcOperation operation, InputStream in, Reading<?> reading) {
    this.operation = operation;
    this.in = new WatchedInput(in);
    this.reading = reading;
  }

  /**
   * Returns the whole answer to an operation, having read the stream to its end.
   *
   * @param reading is handed the rows as they are read, long before the answer is known to be whole
   * @throws UnreadableAnswerException if it is not that; the stream may then have bytes left
   */
  public static RawAnswer read(GmcOperation operation, InputStream in, Reading<?> reading)
      throws UnreadableAnswerException {
    AnswerReader reader = new AnswerReader(operation, in, reading);
    try {
      reader.envelope();
      return reader.answer;
    } catch (XMLStreamException e) {
      throw reader.unreadable(e);
    } catch (IOException e) {
      throw new UnreadableAnswerException(
          Kind.TRUNCATED, reader.envelopeSeen, "the answer broke off", e);
    }
  }

  private UnreadableAnswerException unreadable(XMLStreamException e) {
    IOException failure = in.failure();
    if (failure != null) {
      return problem(Kind.TRUNCATED, "the answer broke off", failure);
    }
    if (!envelopeSeen) {
      return problem(Kind.NOT_SOAP, "the answer is no SOAP envelope", null);
    }
    if (in.ended() && xml != null && xml.depth() > 0) {
      return problem(Kind.TRUNCATED, "the answer ended inside the envelope", null);
    }
    // The parser's own messages quote the answer; those of the cursor do not, and have no location.
    return problem(
        Kind.MALFORMED,
        e.getLocation() == null ? String.valueOf(e.getMessage()) : "the XML is not well-formed",
        null);
  }

  private UnreadableAnswerException problem(
      Kind kind, String message, @Nullable IOException broken) {
    return new UnreadableAnswerException(kind, envelopeSeen, message, broken);
  }

  private void envelope() throws XMLStreamException, IOException, UnreadableAnswerException {
    XmlCursor cursor = new XmlCursor(in);
    xml = cursor;
    cursor.nextChild();
    String soap = cursor.namespace();
    if (!cursor.localName().equals("Envelope")
        || !(soap.equals(SoapNames.SOAP_1_1) || soap.equals(SoapNames.SOAP_1_2))) {
      throw problem(Kind.NOT_SOAP, "the answer's root is no SOAP envelope", null);
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
      if (name.equals("Doctors") && operation == GmcOperation.GET_DOCTORS_FOR_DB) {
        expectGmc(cursor);
        expectFirst(!list, name);
        list = true;
        doctors(cursor);
      } else if (FIELDS.contains(name)) {
        expectGmc(cursor);
        expectFirst(answer.put(name, cursor.text()), name);
      } else {
        cursor.skip();
      }
    }
  }

  private void doctors(XmlCursor cursor) throws XMLStreamException, UnreadableAnswerException {
    if (cursor.isNil()) {
      cursor.skip();
      return;
    }
    answer.listed();
    reading.listBegins();
    new DoctorRows(cursor, reading, answer.unreadableFields, envelopeSeen).read();
  }

  private void checkComplete() throws UnreadableAnswerException {
    if (answer.text("ReturnCode").isEmpty()) {
      throw problem(Kind.INCOMPLETE, "ReturnCode is missing", null);
    }
    boolean list = operation == GmcOperation.GET_DOCTORS_FOR_DB;
    if (list && answer.returnCode().equals(ReturnCode.SUCCESS) && !answer.isListed()) {
      throw problem(
          Kind.INCOMPLETE, "Doctors is missing: an empty list would have an empty one", null);
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
      throw problem(Kind.MALFORMED, name + " is there twice", null);
    }
  }
}
