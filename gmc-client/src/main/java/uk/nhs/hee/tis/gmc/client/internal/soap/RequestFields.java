package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a request wrapper in wire order. The order matters: the service drops
 * out-of-order elements silently and then complains that they are missing.
 */
final class RequestFields {
  final String wrapper;
  private final List<String> namesAndValues = new ArrayList<>();

  RequestFields(String wrapper) {
    this.wrapper = wrapper;
  }

  /** Adds an element; an absent value is an omitted element. */
  RequestFields add(String name, @Nullable String value) {
    if (value != null) {
      namesAndValues.add(name);
      namesAndValues.add(value);
    }
    return this;
  }

  void appendTo(StringBuilder out) {
    out.append('<').append(wrapper).append('>');
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      appendElement(out, namesAndValues.get(i), namesAndValues.get(i + 1));
    }
    out.append("</").append(wrapper).append('>');
  }

  static void appendElement(StringBuilder out, String name, String value) {
    out.append('<').append(name).append('>');
    XmlText.append(out, name, value);
    out.append("</").append(name).append('>');
  }
}
