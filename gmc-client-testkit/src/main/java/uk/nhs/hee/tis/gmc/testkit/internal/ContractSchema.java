package uk.nhs.hee.tis.gmc.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML schema of GMC Connect's requests and answers: the types of its {@link Wsdl}. */
public final class ContractSchema {
  private static final Element SCHEMA = read();
  private static final Schema VALIDATING = compile();

  private ContractSchema() {}

  /** Returns a fresh validator for the element inside a SOAP body; not thread-safe. */
  public static ValidatorHandler newValidator() {
    return VALIDATING.newValidatorHandler();
  }

  /**
   * Returns the elements inside an element of a SOAP body, in wire order, each with its type.
   *
   * @throws IllegalArgumentException if the schema has no such element
   */
  static Map<String, String> elementsOf(String element) {
    return elementsOf("element", element);
  }

  /**
   * Returns the elements of a type, in wire order, each with its type.
   *
   * @throws IllegalArgumentException if the schema has no such type
   */
  static Map<String, String> elementsOfType(String type) {
    return elementsOf("complexType", type);
  }

  private static Map<String, String> elementsOf(String kind, String name) {
    for (Node node = SCHEMA.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (is(kind, node) && ((Element) node).getAttribute("name").equals(name)) {
        Map<String, String> elements = new LinkedHashMap<>();
        collect((Element) node, elements);
        return elements;
      }
    }
    throw new IllegalArgumentException("the contract has no " + kind + " " + name);
  }

  private static void collect(Element from, Map<String, String> elements) {
    for (Node node = from.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (is("element", node)) {
        Element element = (Element) node;
        elements.put(element.getAttribute("name"), localName(element.getAttribute("type")));
      } else if (node instanceof Element) {
        String base = ((Element) node).getAttribute("base");
        if (!base.isEmpty()) {
          elements.putAll(elementsOfType(localName(base)));
        }
        collect((Element) node, elements);
      }
    }
  }

  private static boolean is(String kind, Node node) {
    return kind.equals(node.getLocalName())
        && XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(node.getNamespaceURI());
  }

  private static String localName(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  private static Element read() {
    try (InputStream in = Wsdl.open()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Node schema =
          factory
              .newDocumentBuilder()
              .parse(in)
              .getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "schema")
              .item(0);
      return (Element) Objects.requireNonNull(schema, "the description has no schema");
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("the schema cannot be read", e);
    }
  }

  private static Schema compile() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newSchema(new DOMSource(SCHEMA));
    } catch (SAXException e) {
      throw new IllegalStateException("the schema cannot be read", e);
    }
  }
}
