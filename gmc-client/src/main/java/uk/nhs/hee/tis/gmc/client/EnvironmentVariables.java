package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The variables by which the Reval modules configure their access to GMC Connect. */
final class EnvironmentVariables {
  private static final String URL = "GMC_CONNECT_URL";
  private static final String USER_NAME = "GMC_USER_NAME";
  private static final String PASSWORD = "GMC_PASSWORD";

  private final Function<String, @Nullable String> variables;

  EnvironmentVariables(Function<String, @Nullable String> variables) {
    this.variables = Rules.given("variables", variables);
  }

  void applyTo(GmcClientBuilder builder) {
    requireWhatIsNotSet(builder);
    optional(URL).map(EnvironmentVariables::url).ifPresent(builder::endpoint);
    optional(USER_NAME)
        .flatMap(user -> optional(PASSWORD).map(password -> GmcCredentials.of(user, password)))
        .ifPresent(builder::credentials);
    optional("GMC_SOAP_ACTION_BASE").ifPresent(builder::soapActionBase);
    optional("GMC_USER_AGENT").ifPresent(builder::userAgent);
    optional("GMC_INTERNAL_USER").ifPresent(builder::internalUser);
    optional("GMC_ENVIRONMENT").ifPresent(builder::environmentLabel);
    if (optional("GMC_ALLOW_PLAIN_HTTP").filter("true"::equalsIgnoreCase).isPresent()) {
      builder.allowPlainHttp();
    }
  }

  /** Names every one that is absent, so that nobody has to find them out one by one. */
  private void requireWhatIsNotSet(GmcClientBuilder builder) {
    List<String> absent = new ArrayList<>();
    if (builder.endpoint().isEmpty()) {
      absent.add(URL);
    }
    if (!builder.hasCredentials()) {
      absent.add(USER_NAME);
      absent.add(PASSWORD);
    }
    absent.removeIf(name -> optional(name).isPresent());
    int last = absent.size() - 1;
    if (last >= 0) {
      throw new IllegalStateException(
          last == 0
              ? absent.get(0) + " is not set"
              : String.join(", ", absent.subList(0, last))
                  + " and "
                  + absent.get(last)
                  + " are not set");
    }
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException quotesTheText) {
      // The cause quotes the text, which may hold a password before an @.
      throw new IllegalArgumentException("GMC_CONNECT_URL is not a URL");
    }
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isBlank());
  }
}
