package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A forward-only view of the elements of an answer: no text where elements are expected, no DTD,
 * and no nesting deeper than the service's answers need.
 */
final class XmlCursor {
  private static final int MAX_DEPTH = 32;
  private static final Set<String> NIL = Set.of("nil", "null");
  private static final Set<String> REFERENCES = Set.of("href", "ref");

  private final XMLStreamReader xml;
  private final Set<String> notSkipped;
  private int depth;

  /**
   * Creates it.
   *
   * @param in text in UTF-8 without a byte order mark
   * @param notSkipped local names that no skipped element, or element inside one, may have in any
   *     namespace
   */
  XmlCursor(InputStream in, Set<String> notSkipped) throws XMLStreamException {
    xml = XmlInput.factory().createXMLStreamReader(in, "UTF-8");
    this.notSkipped = notSkipped;
  }

  /** Returns how many elements are open. */
  int depth() {
    return depth;
  }

  String localName() {
    return xml.getLocalName();
  }

  String namespace() {
    String namespace = xml.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  boolean isGmc() {
    return SoapNames.GMC.equals(xml.getNamespaceURI());
  }

  /**
   * Returns whether the element says {@code xsi:nil="true"}, in whatever namespace: drafts of XML
   * Schema had others, and called it {@code null}.
   */
  boolean isNil() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = xml.getAttributeValue(i).strip();
      if (NIL.contains(xml.getAttributeLocalName(i))
          && (value.equals("true") || value.equals("1"))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the element's content is elsewhere, as SOAP's own encodings allow. */
  boolean isReference() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (REFERENCES.contains(xml.getAttributeLocalName(i))) {
        return true;
      }
    }
    return false;
  }

  /** Moves to the next child element; returns false at the end of the open element instead. */
  boolean nextChild() throws XMLStreamException {
    while (true) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT:
          if (++depth > MAX_DEPTH) {
            throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH);
          }
          return true;
        case XMLStreamConstants.END_ELEMENT:
          depth--;
          return false;
        case XMLStreamConstants.END_DOCUMENT:
          return false;
        case XMLStreamConstants.DTD:
          throw new XMLStreamException("the answer has a document type declaration");
        case XMLStreamConstants.ENTITY_REFERENCE:
          throw new XMLStreamException("the answer refers to an undeclared entity");
        case XMLStreamConstants.CHARACTERS:
        case XMLStreamConstants.CDATA:
          if (!xml.isWhiteSpace()) {
            throw new XMLStreamException("text where only elements may be");
          }
          break;
        default:
          break;
      }
    }
  }

  /** Returns the text of the open element, which may contain no element, and closes it. */
  String text() throws XMLStreamException {
    FieldText text = new FieldText();
    text(text);
    return text.toString();
  }

  /** Reads the text of the open element, which may contain no element, and closes it. */
  void text(FieldText into) throws XMLStreamException {
    into.clear();
    while (true) {
      switch (next()) {
        case XMLStreamConstants.END_ELEMENT:
          depth--;
          return;
        case XMLStreamConstants.START_ELEMENT:
          throw new XMLStreamException("an element in a field, where only text may be");
        case XMLStreamConstants.ENTITY_REFERENCE:
          throw new XMLStreamException("the answer refers to an undeclared entity");
        case XMLStreamConstants.CHARACTERS:
        case XMLStreamConstants.CDATA:
        case XMLStreamConstants.SPACE:
          into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
          break;
        default:
          break;
      }
    }
  }

  /** Skips the open element with everything in it, and closes it. */
  void skip() throws XMLStreamException {
    int outside = depth - 1;
    expectSkippable();
    while (depth > outside) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (++depth > MAX_DEPTH) {
          throw new XMLStreamException("elements are nested deeper than " + MAX_DEPTH);
        }
        expectSkippable();
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  private void expectSkippable() throws XMLStreamException {
    if (notSkipped.contains(xml.getLocalName())) {
      throw new XMLStreamException(
          xml.getLocalName() + " where no list of doctors is read: a row would be lost");
    }
  }

  /** On some garbage the JDK's reader also throws unchecked exceptions. */
  private int next() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException notWellFormed) {
      throw new XMLStreamException("broken markup");
    }
  }

  /** Returns the cursor's position, line and column counting from 1. */
  Location location() {
    return xml.getLocation();
  }

  /**
   * Reads to the end of the document; throws if anything except white space and comments is left.
   */
  void expectEnd() throws XMLStreamException {
    while (nextChild()) {
      throw new XMLStreamException("an element after the envelope");
    }
  }
}
