package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** Returns every value but those that say nothing of a person or an account. */
  List<String> personalValues() {
    List<String> personal = new ArrayList<>();
    for (int i = 0; i < namesAndValues.size(); i += 2) {
      if (!HARMLESS.contains(namesAndValues.get(i))) {
        personal.add(namesAndValues.get(i + 1));
      }
    }
    return personal;
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
