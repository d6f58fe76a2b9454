package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * The elements of a request wrapper in wire order. The order matters: the service drops
 * out-of-order elements silently and then complains that they are missing.
 */
final class RequestFields {
  private static final Set<String> HARMLESS =
      Set.of(
          "DesignatedBodyCode",
          "DesignatedBodyId",
          "RoDesignatedBodyCode",
          "ClientRequestID",
          "ClientRequestId",
          "ChangeReason",
          "RoRecommendation",
          "RoRecommendationReason",
          "RoRecommendationSubreason",
          "RequestedDeferralDate");

  final String wrapper;
  private final List<Field> fields = new ArrayList<>();

  RequestFields(String wrapper) {
    this.wrapper = wrapper;
  }

  /**
   * Adds an element; an absent value is an omitted element.
   *
   * @param name the element's name
   * @param field the callers' name for the field
   */
  RequestFields add(String name, String field, @Nullable String value) {
    if (value != null) {
      fields.add(new Field(name, field, value));
    }
    return this;
  }

  /** Returns every value except those that say nothing about a person or an account. */
  List<String> personalValues() {
    return fields.stream()
        .filter(field -> !HARMLESS.contains(field.element))
        .map(field -> field.value)
        .collect(Collectors.toList());
  }

  /**
   * Appends the elements.
   *
   * @throws UnsendableValueException if a value contains a character that XML cannot represent
   */
  void appendTo(StringBuilder out) {
    out.append('<').append(wrapper).append('>');
    for (Field field : fields) {
      try {
        appendElement(out, field.element, field.name, field.value);
      } catch (IllegalArgumentException e) {
        throw new UnsendableValueException(field.name, String.valueOf(e.getMessage()), null);
      }
    }
    out.append("</").append(wrapper).append('>');
  }

  /**
   * Appends one element.
   *
   * @throws IllegalArgumentException if the value contains a character that XML cannot represent;
   *     the message names the field
   */
  static void appendElement(StringBuilder out, String element, String field, String value) {
    out.append('<').append(element).append('>');
    XmlText.append(out, field, value);
    out.append("</").append(element).append('>');
  }

  private static final class Field {
    final String element;
    final String name;
    final String value;

    Field(String element, String name, String value) {
      this.element = element;
      this.name = name;
      this.value = value;
    }
  }
}
