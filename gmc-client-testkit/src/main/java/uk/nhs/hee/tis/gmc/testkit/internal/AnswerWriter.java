package uk.nhs.hee.tis.gmc.testkit.internal;

import static uk.nhs.hee.tis.gmc.testkit.internal.OperationContract.DOCTOR_FIELDS;
import static uk.nhs.hee.tis.gmc.testkit.internal.OperationContract.NAMESPACE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Writes answers as GMC Connect sends them: no line breaks, elements in wire order, absent values
 * left out. Plain text building, because a list of doctors runs to megabytes.
 */
public final class AnswerWriter {
  private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
  private static final String ROW = "GetDoctorsForDBResponse_Doctor";
  private static final int BYTES_PER_ROW = 640;

  private final SoapVersion version;
  private final StringBuilder out;

  private AnswerWriter(SoapVersion version, int rows) {
    this.version = version;
    this.out = new StringBuilder(1024 + rows * BYTES_PER_ROW);
  }

  /** Writes an answer without doctors; a field missing from the map is left out. */
  public static WireAnswer answer(
      SoapVersion version, GmcOperation operation, Map<String, String> fields) {
    return new AnswerWriter(version, 0).write(operation, fields, null);
  }

  /**
   * Writes the answer of GetDoctorsForDB. Each row holds the texts of {@link
   * OperationContract#DOCTOR_FIELDS} in that order; a null text leaves its element out, and a row
   * without texts is nil.
   */
  public static WireAnswer doctors(
      SoapVersion version, Map<String, String> fields, List<@Nullable String[]> rows) {
    return new AnswerWriter(version, rows.size())
        .write(GmcOperation.GET_DOCTORS_FOR_DB, fields, rows);
  }

  private WireAnswer write(
      GmcOperation operation, Map<String, String> fields, @Nullable List<@Nullable String[]> rows) {
    OperationContract contract = OperationContract.of(operation);
    String response = operation.operationName() + "Response";
    openEnvelope();
    out.append('<').append(response).append(" xmlns=\"").append(NAMESPACE).append("\">");
    open(contract.resultName());
    for (String field : contract.answerFields()) {
      if (field.equals("Doctors") && rows != null) {
        writeRows(rows);
      } else {
        element(field, fields.get(field));
      }
    }
    close(contract.resultName());
    close(response);
    return closeEnvelope(200);
  }

  /** Writes a fault that puts the blame on the caller, as ASP.NET does: status 500. */
  public static WireAnswer callerFault(SoapVersion version, String text) {
    return new AnswerWriter(version, 0).fault(version.callerFault(), text);
  }

  /** Writes a fault that puts the blame on the server: status 500. */
  public static WireAnswer serverFault(SoapVersion version, String text) {
    return new AnswerWriter(version, 0).fault(version.serverFault(), text);
  }

  /** Writes the fault for an envelope of the other SOAP version. */
  static WireAnswer versionMismatch(SoapVersion version, String text) {
    return new AnswerWriter(version, 0).fault("VersionMismatch", text);
  }

  private WireAnswer fault(String code, String text) {
    openEnvelope();
    open("soap:Fault");
    if (version == SoapVersion.SOAP_1_1) {
      element("faultcode", "soap:" + code);
      element("faultstring", text);
      out.append("<detail />");
    } else {
      open("soap:Code");
      element("soap:Value", "soap:" + code);
      close("soap:Code");
      out.append("<soap:Reason><soap:Text xml:lang=\"en\">");
      escape(text);
      out.append("</soap:Text></soap:Reason>");
    }
    close("soap:Fault");
    return closeEnvelope(500);
  }

  private void openEnvelope() {
    out.append(PROLOGUE)
        .append("<soap:Envelope xmlns:soap=\"")
        .append(version.namespace())
        .append("\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
        .append(" xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\"><soap:Body>");
  }

  private WireAnswer closeEnvelope(int status) {
    out.append("</soap:Body></soap:Envelope>");
    return new WireAnswer(status, version.contentType(), out.toString());
  }

  private void writeRows(List<@Nullable String[]> rows) {
    if (rows.isEmpty()) {
      out.append("<Doctors />");
      return;
    }
    open("Doctors");
    for (@Nullable String[] row : rows) {
      if (row.length == 0) {
        out.append('<').append(ROW).append(" xsi:nil=\"true\" />");
        continue;
      }
      open(ROW);
      for (int i = 0; i < row.length; i++) {
        element(DOCTOR_FIELDS.get(i), row[i]);
      }
      close(ROW);
    }
    close("Doctors");
  }

  private void open(String name) {
    out.append('<').append(name).append('>');
  }

  private void close(String name) {
    out.append("</").append(name).append('>');
  }

  private void element(String name, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.isEmpty()) {
      out.append('<').append(name).append(" />");
      return;
    }
    open(name);
    escape(text);
    close(name);
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&':
          out.append("&amp;");
          break;
        case '<':
          out.append("&lt;");
          break;
        case '>':
          out.append("&gt;");
          break;
        case '\r':
          out.append("&#xD;");
          break;
        default:
          out.append(c);
      }
    }
  }
}
