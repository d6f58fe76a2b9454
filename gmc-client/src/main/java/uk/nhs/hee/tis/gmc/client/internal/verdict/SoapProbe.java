package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.io.StringReader;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapNames;
import uk.nhs.hee.tis.gmc.client.internal.soap.XmlInput;

/** Finds out by parsing, never by searching text, whether a body is a SOAP envelope. */
final class SoapProbe {
  /** What the body is. */
  enum Form {
    NOT_SOAP,
    TRUNCATED,
    MALFORMED,
    FAULT,
    OTHER
  }

  private static final String SOAP_ACTION_REFUSED =
      "did not recognize the value of http header soapaction";
  private static final int DEPTH_LIMIT = 64;
  private static final int TEXT_LIMIT = 2000;

  private final String text;
  private final StringBuilder faultCode = new StringBuilder();
  private final StringBuilder faultText = new StringBuilder();
  private String root = "";
  private boolean envelope;
  private boolean fault;
  private boolean gmc;

  private SoapProbe(String text) {
    this.text = text;
  }

  /** Returns what parsing the page found. */
  static Result of(Page page) {
    if (page.shape() != Page.Shape.XML) {
      return new Result(Form.NOT_SOAP, "", false, false);
    }
    SoapProbe probe = new SoapProbe(page.text().strip());
    Form form = probe.form();
    return new Result(form, probe.code(), probe.refusesSoapAction(), probe.gmc);
  }

  private Form form() {
    try {
      parse();
    } catch (XMLStreamException | RuntimeException notWellFormed) {
      // On some garbage the JDK's reader also throws unchecked exceptions.
      return envelope ? broken() : Form.NOT_SOAP;
    }
    if (!envelope) {
      return Form.NOT_SOAP;
    }
    return fault ? Form.FAULT : Form.OTHER;
  }

  private Form broken() {
    return text.lastIndexOf("</" + root) < 0 ? Form.TRUNCATED : Form.MALFORMED;
  }

  private void parse() throws XMLStreamException {
    XMLStreamReader xml = XmlInput.factory().createXMLStreamReader(new StringReader(text));
    try {
      read(xml);
    } finally {
      xml.close();
    }
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    String[] path = new String[DEPTH_LIMIT];
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == DEPTH_LIMIT) {
          throw new XMLStreamException("nested too deeply");
        }
        path[depth++] = xml.getLocalName();
        if (!startElement(xml, depth)) {
          return;
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("SOAP forbids a document type declaration");
      } else if (fault && depth > 0 && xml.hasText()) {
        faultText(path[depth - 1], xml.getText());
      }
    }
  }

  /** Returns false once the document proves not to be SOAP. */
  private boolean startElement(XMLStreamReader xml, int depth) {
    String namespace = xml.getNamespaceURI();
    boolean soap = SoapNames.SOAP_1_1.equals(namespace) || SoapNames.SOAP_1_2.equals(namespace);
    if (depth == 1) {
      envelope = soap && xml.getLocalName().equals("Envelope");
      String prefix = xml.getPrefix();
      root = prefix == null || prefix.isEmpty() ? "Envelope" : prefix + ":Envelope";
    } else if (depth == 3 && soap && xml.getLocalName().equals("Fault")) {
      fault = true;
    } else if (depth >= 3 && SoapNames.GMC.equals(namespace)) {
      gmc = true;
    }
    return envelope;
  }

  private void faultText(String element, String value) {
    boolean code = element.equals("faultcode") || element.equals("Value");
    StringBuilder into = code ? faultCode : faultText;
    if (into.length() < TEXT_LIMIT) {
      into.append(value, 0, Math.min(value.length(), TEXT_LIMIT));
    }
  }

  /** Only the first code counts: SOAP 1.2 nests subcodes in it. */
  private String code() {
    String codes = faultCode.toString().strip();
    String first = codes.split("\\s", 2)[0];
    String local = first.substring(first.indexOf(':') + 1);
    switch (local) {
      case "Client":
      case "Sender":
      case "VersionMismatch":
      case "MustUnderstand":
        return local;
      default:
        return first.contains("Client") || first.contains("Sender") ? "Client" : serverOr(local);
    }
  }

  private static String serverOr(String code) {
    return code.startsWith("Server") || code.startsWith("Receiver") ? "Server" : "";
  }

  private boolean refusesSoapAction() {
    return faultText.toString().toLowerCase(Locale.ROOT).contains(SOAP_ACTION_REFUSED);
  }

  /** What the probe found; it contains none of the fault's own text. */
  static final class Result {
    private final Form form;
    private final String faultCode;
    private final boolean soapActionRefused;
    private final boolean namesGmc;

    private Result(Form form, String faultCode, boolean soapActionRefused, boolean namesGmc) {
      this.form = form;
      this.faultCode = faultCode;
      this.soapActionRefused = soapActionRefused;
      this.namesGmc = namesGmc;
    }

    Form form() {
      return form;
    }

    /** Returns one of the names that SOAP defines, or an empty string. */
    String faultCode() {
      return faultCode;
    }

    /** Returns whether an element in the envelope's body is of GMC Connect's own namespace. */
    boolean namesGmc() {
      return namesGmc;
    }

    boolean soapActionRefused() {
      return soapActionRefused;
    }
  }
}
