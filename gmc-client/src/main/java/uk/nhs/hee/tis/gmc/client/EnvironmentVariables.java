package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables by which the Reval modules configure their access to GMC Connect. */
final class EnvironmentVariables {
  private static final List<String> REQUIRED =
      List.of("GMC_CONNECT_URL", "GMC_USER_NAME", "GMC_PASSWORD");

  private final Function<String, @Nullable String> variables;

  EnvironmentVariables(Function<String, @Nullable String> variables) {
    this.variables = Rules.given("variables", variables);
  }

  void applyTo(GmcClientBuilder builder) {
    requireAll();
    builder.endpoint(url(required("GMC_CONNECT_URL")));
    builder.credentials(GmcCredentials.of(required("GMC_USER_NAME"), required("GMC_PASSWORD")));
    optional("GMC_SOAP_ACTION_BASE").ifPresent(builder::soapActionBase);
    optional("GMC_USER_AGENT")
        .map(agent -> ClientIdentity.builder().userAgent(agent).build())
        .ifPresent(builder::identity);
    optional("GMC_INTERNAL_USER").ifPresent(builder::internalUser);
    optional("GMC_ENVIRONMENT").ifPresent(builder::environmentLabel);
    if (optional("GMC_ALLOW_PLAIN_HTTP").filter("true"::equalsIgnoreCase).isPresent()) {
      builder.allowPlainHttp();
    }
  }

  /** Names every one that is absent, so that nobody has to find them out one by one. */
  private void requireAll() {
    List<String> absent = new ArrayList<>(REQUIRED);
    absent.removeIf(name -> optional(name).isPresent());
    int last = absent.size() - 1;
    if (last > 0) {
      throw new IllegalStateException(
          String.join(", ", absent.subList(0, last)) + " and " + absent.get(last) + " are not set");
    }
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException quotesTheText) {
      // The cause quotes the text, which may hold a password before an @.
      throw new IllegalArgumentException("GMC_CONNECT_URL is no URL");
    }
  }

  private String required(String name) {
    return optional(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
  }
}
