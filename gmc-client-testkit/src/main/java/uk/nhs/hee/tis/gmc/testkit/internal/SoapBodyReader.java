package uk.nhs.hee.tis.gmc.testkit.internal;

import static uk.nhs.hee.tis.gmc.testkit.internal.OperationContract.NAMESPACE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads one SOAP request as the service does, out-of-order elements dropped, while the schema
 * validator reads along from the element inside the body.
 */
final class SoapBodyReader extends DefaultHandler2 {
  private static final int OPERATION = 3;
  private static final int WRAPPER = 4;
  private static final int FIELD = 5;

  private final OperationContract contract;
  private final String operationName;
  private final ValidatorHandler validator = ContractSchema.newValidator();
  private final List<String> violations = new ArrayList<>();
  private final List<String> schemaErrors = new ArrayList<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final FieldSequence partSequence;
  private final FieldSequence fieldSequence;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String envelopeNamespace = "";
  private boolean accepted;
  private boolean inOperation;
  private boolean inWrapper;
  private int elementsInBody;

  SoapBodyReader(OperationContract contract, String operationName) {
    this.contract = contract;
    this.operationName = operationName;
    this.partSequence = new FieldSequence(List.of(contract.wrapper(), "Username", "Password"));
    this.fieldSequence = new FieldSequence(contract.requestFields());
    validator.setErrorHandler(new SchemaErrors());
  }

  String envelopeNamespace() {
    return envelopeNamespace;
  }

  Map<String, String> fields() {
    return fields;
  }

  @Nullable String part(String name) {
    return parts.get(name);
  }

  /** What is wrong; the schema's messages are used only if the plainer checks found nothing. */
  List<String> violations() {
    return violations.isEmpty() ? schemaErrors : violations;
  }

  @Override
  public void setDocumentLocator(Locator locator) {
    validator.setDocumentLocator(locator);
  }

  @Override
  public void startDTD(@Nullable String name, @Nullable String publicId, @Nullable String systemId)
      throws SAXException {
    throw new SAXException("body contains a document type declaration");
  }

  @Override
  public void startDocument() throws SAXException {
    validator.startDocument();
  }

  @Override
  public void endDocument() throws SAXException {
    if (elementsInBody == 0) {
      violations.add("no SOAP body containing an element");
      return;
    }
    requirePart(contract.wrapper());
    requirePart("Username");
    requirePart("Password");
    validator.endDocument();
  }

  private void requirePart(String name) {
    String value = parts.get(name);
    if (value == null || (value.isBlank() && !name.equals(contract.wrapper()))) {
      violations.add("element " + name + " is missing");
    }
  }

  @Override
  public void startPrefixMapping(String prefix, String uri) throws SAXException {
    validator.startPrefixMapping(prefix, uri);
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes)
      throws SAXException {
    path.push(name);
    text.setLength(0);
    if (path.size() == 1) {
      envelopeNamespace = name.equals("Envelope") ? uri : "";
    }
    if (path.size() < OPERATION || !isInBody()) {
      return;
    }
    if (path.size() == OPERATION) {
      elementsInBody++;
    }
    if (elementsInBody == 1) {
      validator.startElement(uri, name, qualified, attributes);
    }
    accepted = accepts(uri, name);
  }

  private boolean isInBody() {
    var ancestors = path.descendingIterator();
    ancestors.next();
    return ancestors.next().equals("Body");
  }

  private boolean accepts(String uri, String name) {
    switch (path.size()) {
      case OPERATION:
        inOperation = isOperation(uri, name);
        return inOperation;
      case WRAPPER:
        inWrapper = inOperation && take(partSequence, uri, name) && name.equals(contract.wrapper());
        return inOperation;
      case FIELD:
        return inWrapper && take(fieldSequence, uri, name);
      default:
        return false;
    }
  }

  private boolean isOperation(String uri, String name) {
    if (elementsInBody > 1) {
      violations.add("the SOAP body contains more than one element");
      return false;
    }
    if (!name.equals(operationName)) {
      violations.add("the SOAP action names " + operationName + ", but the body contains " + name);
      return false;
    }
    return isInContractNamespace(uri, name);
  }

  private boolean take(FieldSequence sequence, String uri, String name) {
    if (!isInContractNamespace(uri, name)) {
      return false;
    }
    var wrong = sequence.next(name);
    wrong.ifPresent(violations::add);
    return wrong.isEmpty();
  }

  private boolean isInContractNamespace(String uri, String name) {
    boolean right = uri.equals(NAMESPACE);
    if (!right) {
      violations.add(
          "element "
              + name
              + (uri.isEmpty() ? " has no namespace" : " has the namespace " + uri)
              + ", the contract requires: "
              + NAMESPACE);
    }
    return right;
  }

  @Override
  public void characters(char[] chars, int start, int length) throws SAXException {
    text.append(chars, start, length);
    if (elementsInBody == 1 && path.size() >= OPERATION) {
      validator.characters(chars, start, length);
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws SAXException {
    int depth = path.size();
    if (depth >= OPERATION && isInBody()) {
      if (elementsInBody == 1) {
        validator.endElement(uri, name, qualified);
      }
      keep(depth, name);
    }
    path.pop();
  }

  private void keep(int depth, String name) {
    if (depth == FIELD && accepted) {
      fields.put(name, text.toString());
    } else if (depth == WRAPPER && (inWrapper || accepted)) {
      parts.put(name, inWrapper ? "" : text.toString());
      inWrapper = false;
    }
    accepted = false;
  }

  /** Collects what the schema finds; its messages name elements, never their text. */
  private final class SchemaErrors implements ErrorHandler {
    @Override
    public void warning(SAXParseException problem) {
      schemaErrors.add(problem.getMessage());
    }

    @Override
    public void error(SAXParseException problem) {
      schemaErrors.add(problem.getMessage());
    }

    @Override
    public void fatalError(SAXParseException problem) {
      schemaErrors.add(problem.getMessage());
    }
  }
}
