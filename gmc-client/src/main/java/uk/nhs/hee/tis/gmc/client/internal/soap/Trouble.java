package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * Says in our own words what the JDK's parser found wrong: its messages quote the answer, and are
 * in the machine's language. Quoted parts identify the problem in almost any language.
 */
final class Trouble {
  private static final String ANY = "broken markup";

  private Trouble() {}

  /** Returns the problem; it quotes nothing from the answer. */
  static String of(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    if (e.getLocation() == null) {
      return message; // The cursor's own: it quotes nothing and has no position.
    }
    return kind(message.substring(message.indexOf('\n') + 1).toLowerCase(Locale.ROOT));
  }

  private static String kind(String message) {
    if (message.contains("unicode: 0x1a")) {
      return "bytes that are not of the answer's charset, or a character that XML does not allow";
    }
    if (message.contains("unicode: 0x")) {
      return "a character that XML does not allow";
    }
    if (message.contains("&#")) {
      return "a character reference that XML does not allow";
    }
    if (message.contains("'&'")) {
      return "an ampersand that begins no entity";
    }
    if (message.contains("\"]]>\"")) {
      return "the end of a CDATA section outside of one";
    }
    if (message.contains("referenced, but not declared")) {
      return "a reference to an entity that is not declared";
    }
    return message.contains("\"</") ? "an element that is not closed by its own end tag" : ANY;
  }
}
