package uk.nhs.hee.tis.gmc.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the client identifies itself: its {@code User-Agent} and any further identity headers, the
 * same on every call.
 *
 * <p>In March 2021 Cloudflare blocked a service because of its library's default User-Agent. So
 * name your own product and a contact:
 *
 * <pre>{@code
 * ClientIdentity identity =
 *     ClientIdentity.builder()
 *         .product("tis-revalidation-recommendation", "1.2.0")
 *         .contact("tis.support@example.nhs.uk")
 *         .header("X-Client-Environment", "prod")
 *         .build();
 * }</pre>
 *
 * <p>sends {@code User-Agent: tis-revalidation-recommendation/1.2.0 (tis.support@example.nhs.uk)}.
 * Immutable.
 */
public final class ClientIdentity {
  /** Names this library and the Java version, apart from the User-Agent. */
  static final String SDK_HEADER = "X-Gmc-Client";

  private final String userAgent;
  private final boolean named;
  private final Map<String, String> headers;

  private ClientIdentity(Builder from) {
    this.userAgent = from.effectiveUserAgent();
    this.named = from.userAgent != null || from.product != null;
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(from.headers);
    if (from.sdkMetadata) {
      all.putIfAbsent(
          SDK_HEADER, "gmc-client/" + LibraryVersion.VALUE + " jdk=" + Runtime.version().feature());
    }
    this.headers = Collections.unmodifiableMap(all);
  }

  /** {@return a new builder} Without any option set, the identity names only this library. */
  public static Builder builder() {
    return new Builder();
  }

  private ClientIdentity(
      ClientIdentity base, String userAgent, boolean named, Map<String, String> further) {
    this.userAgent = userAgent;
    this.named = named;
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(base.headers);
    further.forEach(
        (name, value) -> all.put(Rules.headerName(name), Rules.headerValue(name, value)));
    this.headers = Collections.unmodifiableMap(all);
  }

  /**
   * {@return this identity with further headers, which replace those of the same name}
   *
   * @param further names and values, as {@link Builder#header Builder.header} takes them
   * @throws IllegalArgumentException as {@link Builder#header Builder.header} does
   */
  public ClientIdentity with(Map<String, String> further) {
    return further.isEmpty() ? this : new ClientIdentity(this, userAgent, named, further);
  }

  /** Returns this identity with another User-Agent, which the caller has checked. */
  ClientIdentity withUserAgent(String another) {
    return new ClientIdentity(this, another, true, Map.of());
  }

  /** {@return the User-Agent that is sent} */
  public String userAgent() {
    return userAgent;
  }

  /**
   * {@return the further headers that are sent, by name without regard to case} Values may be
   * secret: {@link #describe()} hides those.
   */
  public Map<String, String> headers() {
    return headers;
  }

  /**
   * {@return the further headers with the values that may be secret shown as {@code ***}} Those are
   * the headers whose name mentions a token, key, password, cookie, session, signature or
   * authorisation, such as {@code Ocp-Apim-Subscription-Key}, and those whose value begins with an
   * HTTP authentication scheme or contains a JSON Web Token.
   */
  public Map<String, String> headersWithoutSecrets() {
    Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> shown.put(name, Rules.mayBeSecret(name, value) ? "***" : value));
    return Collections.unmodifiableMap(shown);
  }

  /** {@return what will be sent, as plain text: one line per header, secret values hidden} */
  public String describe() {
    return "User-Agent: "
        + userAgent
        + headersWithoutSecrets().entrySet().stream()
            .map(header -> "\n" + header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining());
  }

  /**
   * {@return what is unwise about this identity: a User-Agent that Cloudflare is known to block, or
   * one that does not tell the GMC who is calling} The client logs each at WARN when it is built.
   */
  public List<String> warnings() {
    return IdentityLint.warnings(userAgent, named);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClientIdentity
        && userAgent.equals(((ClientIdentity) other).userAgent)
        && named == ((ClientIdentity) other).named
        && Rules.folded(headers).equals(Rules.folded(((ClientIdentity) other).headers));
  }

  @Override
  public int hashCode() {
    return Objects.hash(userAgent, named, Rules.folded(headers));
  }

  @Override
  public String toString() {
    return "ClientIdentity[userAgent=" + userAgent + ", headers=" + headersWithoutSecrets() + "]";
  }

  /** Builds a {@link ClientIdentity}. Not thread-safe. */
  public static final class Builder {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String product;
    private @Nullable String contact;
    private @Nullable String userAgent;
    private boolean sdkMetadata = true;

    private Builder() {}

    /**
     * Names the calling product, the first part of the User-Agent.
     *
     * @param name an RFC 9110 token such as {@code tis-revalidation-sync}
     * @param version an RFC 9110 token such as {@code 1.2.0}
     * @return this builder
     * @throws IllegalArgumentException if name or version is not an RFC 9110 token
     */
    public Builder product(String name, String version) {
      product = Rules.token("product name", name) + "/" + Rules.token("product version", version);
      return this;
    }

    /**
     * Names a contact for the GMC about these calls, such as a shared mailbox: the comment in the
     * User-Agent.
     *
     * @param contact an address that is monitored, such as {@code tis.support@example.nhs.uk}
     * @return this builder
     * @throws IllegalArgumentException if it is blank, longer than 1,024 characters, not visible
     *     ASCII, begins or ends with a space, or contains a parenthesis or a backslash, which would
     *     end the comment
     */
    public Builder contact(String contact) {
      String text = Rules.visibleAscii("contact", contact);
      if (text.chars().anyMatch(c -> c == '(' || c == ')' || c == '\\')) {
        throw new IllegalArgumentException(
            "contact must hold no parenthesis or backslash: " + text);
      }
      this.contact = text;
      return this;
    }

    /**
     * Replaces the whole User-Agent, for instance from configuration when the GMC asks for another
     * one; product and contact are then ignored.
     *
     * @param userAgent the whole value of the header
     * @return this builder
     * @throws IllegalArgumentException if it is not an RFC 9110 User-Agent: products such as {@code
     *     name/1.0} and comments in parentheses, separated by single spaces, in visible ASCII, at
     *     most 1,024 characters
     */
    public Builder userAgent(String userAgent) {
      this.userAgent = UserAgentSyntax.check(userAgent);
      return this;
    }

    /**
     * Adds a further identity header, replacing one of the same name.
     *
     * @param name an RFC 9110 token such as {@code X-Client-Environment}, without regard to case
     * @param value visible ASCII, at most 1,024 characters
     * @return this builder
     * @throws IllegalArgumentException if the name is not a token or is a header that the client
     *     sets itself or that the HTTP client of Java 11 refuses (such as {@code From} or {@code
     *     Via}), or if the value is blank, too long or not visible ASCII; the message never shows
     *     the value
     */
    public Builder header(String name, String value) {
      headers.put(Rules.headerName(name), Rules.headerValue(name, value));
      return this;
    }

    /**
     * Sets whether the header {@code X-Gmc-Client} names this library and the JDK; default true.
     *
     * @param sent false to send no such header
     * @return this builder
     */
    public Builder sdkMetadata(boolean sent) {
      sdkMetadata = sent;
      return this;
    }

    /** {@return the identity} */
    public ClientIdentity build() {
      return new ClientIdentity(this);
    }

    private String effectiveUserAgent() {
      if (userAgent != null) {
        return userAgent;
      }
      String name = product != null ? product : "gmc-client/" + LibraryVersion.VALUE;
      return contact == null ? name : name + " (" + contact + ")";
    }
  }
}
