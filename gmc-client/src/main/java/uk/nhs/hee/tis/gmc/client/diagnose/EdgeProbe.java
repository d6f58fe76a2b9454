package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.internal.http.DecodedBody;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Judge;
import uk.nhs.hee.tis.gmc.client.internal.verdict.ObservedAnswer;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;

/**
 * Sends one plain GET, without credentials, under an identity and judges who answered.
 *
 * <p>A GET of an ASP.NET service shows its description, or an error of the GMC's own server; both
 * say that the edge let it through. A POST without credentials would be a failed login at the GMC.
 */
final class EdgeProbe {

  /** Who answered. */
  static final class Answer {
    private final int status;
    final Verdict verdict;

    Answer(int status, Verdict verdict) {
      this.status = status;
      this.verdict = verdict;
    }

    int status() {
      return status;
    }

    /** Returns whether the server says that it cannot serve; its 500 is how ASP.NET meets a GET. */
    boolean isServerDown() {
      return status > 500;
    }
  }

  private final HttpClient client;
  private final URI endpoint;
  private final Duration timeout;

  EdgeProbe(HttpClient client, URI endpoint, Duration timeout) {
    this.client = client;
    this.endpoint = endpoint;
    this.timeout = timeout;
  }

  Answer send(ClientIdentity identity) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(timeout)
            .header("Accept", "text/xml, application/problem+json;q=0.5");
    identity.headers().forEach(request::setHeader);
    request.setHeader("User-Agent", identity.userAgent());
    HttpResponse<FirstBytes.Body> answer =
        TimeBox.within(timeout, () -> client.send(request.build(), info -> new FirstBytes()));
    // The JDK has no body for a proxy's refusal of a tunnel, which it passes on as the answer.
    FirstBytes.Body body = Objects.requireNonNullElse(answer.body(), FirstBytes.Body.NONE);
    return new Answer(
        answer.statusCode(),
        Judge.judge(
            new ObservedAnswer(
                    answer.statusCode(),
                    answer.headers(),
                    DecodedBody.of(
                        body.bytes, answer.headers().firstValue("Content-Type").orElse(null)),
                    body.whole,
                    Set.of(),
                    null)
                .to(endpoint)));
  }
}
