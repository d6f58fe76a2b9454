package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller's address as the edge saw it, where the edge's page names it. */
final class EgressAddress {
  private static final List<String> MARKUP = List.of("cf-footer-ip", "cf-footer-item-ip");
  private static final List<String> MEMBERS = List.of("client_ip", "ip", "client_ip_address");
  private static final List<String> WORDS =
      List.of("your ip", "client ip", "client_ip", "ip address");
  private static final int NEAR = 600;
  private static final int WORD_NEAR = 200;

  private EgressAddress() {}

  static @Nullable String of(Page page, Optional<StructuredError> structured) {
    for (String member : MEMBERS) {
      String found = structured.flatMap(s -> s.member(member)).map(IpLiteral::firstIn).orElse(null);
      if (found != null) {
        return found;
      }
    }
    String found = inMarkup(new Markup(page));
    return found != null ? found : afterWords(page.searchable());
  }

  private static @Nullable String inMarkup(Markup markup) {
    for (String id : MARKUP) {
      int at = markup.indexOf(id, 0);
      String found = at < 0 ? null : IpLiteral.firstIn(markup.textAfterTag(at, NEAR));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String afterWords(String text) {
    for (String word : WORDS) {
      int at = text.indexOf(word);
      if (at >= 0) {
        int start = at + word.length();
        int end = Math.min(text.length(), start + WORD_NEAR);
        String found = IpLiteral.firstIn(text.substring(start, end));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
