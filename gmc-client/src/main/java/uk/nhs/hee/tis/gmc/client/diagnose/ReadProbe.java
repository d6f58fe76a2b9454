package uk.nhs.hee.tis.gmc.client.diagnose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Reads the doctors of each designated body, once: SOAP, credentials, access. */
final class ReadProbe {
  private final GmcClient client;
  private final CallOptions options;
  private final Route route;
  private final Findings findings;
  private final Map<String, String> outcomes = new LinkedHashMap<>();
  private String refused = "";
  private List<Actor> actors = List.of();
  private int granted;

  ReadProbe(GmcClient client, CallOptions options, Route route, Findings findings) {
    this.client = client;
    this.options = options;
    this.route = route;
    this.findings = findings;
  }

  void probe(List<String> bodies, Pacing pacing) {
    for (int i = 0; i < bodies.size(); i++) {
      if (i > 0) {
        pacing.pause();
      }
      if (!read(bodies.get(i))) {
        return;
      }
    }
    access(bodies.size());
  }

  /** Returns whether a read of another body can tell more. */
  private boolean read(String body) {
    try {
      DoctorsForDb doctors = client.getDoctorsForDb(body, options);
      answered(doctors.info().duration().toMillis());
      credentialsHold();
      outcomes.put(body, "granted, doctors: " + doctors.doctors().size());
      granted++;
      return true;
    } catch (GmcException e) {
      return refused(body, e);
    } catch (RuntimeException e) {
      // Its message may be of the caller's making, and hold anything.
      findings.take(
          LayerResult.of(
                  Layer.CONFIGURATION,
                  Status.FAILED,
                  "no read could be made ("
                      + e.getClass().getSimpleName()
                      + " before anything was sent)")
              .actors(Actor.CALLER));
      return false;
    }
  }

  private boolean refused(String body, GmcException e) {
    if (e.source() == Source.CALLER && Thread.currentThread().isInterrupted()) {
      throw new TimeBox.Interrupted(e);
    }
    Evidence evidence = e.evidence();
    ReturnCode code = evidence.returnCode().orElse(null);
    if (code == null) {
      byAnswer(e);
    } else if (code.equals(ReturnCode.INVALID_CREDENTIALS)) {
      answered(0);
      findings.take(evidence);
      findings.take(
          LayerResult.of(
                  Layer.CREDENTIALS,
                  Status.FAILED,
                  "the GMC's service refuses the account with return code 99 ("
                      + code.meaning()
                      + ")")
              .actors(evidence.actors()));
    } else if (isAboutTheBody(code)) {
      answered(0);
      credentialsHold();
      noAccess(body, evidence, code);
      return true;
    } else {
      throughTheEdge();
      findings.take(evidence);
      findings.take(
          LayerResult.of(
                  Layer.SOAP, Status.FAILED, "the GMC's service answers with " + evidence.finding())
              .actors(evidence.actors()));
    }
    return false;
  }

  private void byAnswer(GmcException e) {
    findings.take(e.evidence());
    if (e.source() == Source.GMC_SERVER) {
      throughTheEdge();
    }
    LayerResult.Builder verdict = EdgeWords.ofRead(e, route);
    boolean known = e.source() == Source.EDGE && findings.hasFailed(Layer.EDGE);
    if (!known) {
      findings.take(verdict);
    }
  }

  private static boolean isAboutTheBody(ReturnCode code) {
    return code.equals(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY)
        || code.equals(ReturnCode.INVALID_DESIGNATED_BODY);
  }

  private void noAccess(String body, Evidence evidence, ReturnCode code) {
    outcomes.put(body, "refused, " + evidence.finding());
    if (refused.isEmpty()) {
      findings.take(evidence);
      actors = evidence.actors();
    }
    refused += (refused.isEmpty() ? "" : ", ") + body + " (return code " + code.code() + ")";
  }

  private void answered(long millis) {
    LayerResult.Builder result =
        LayerResult.of(Layer.SOAP, Status.PASSED, "the GMC's service answers a read");
    if (millis > 0) {
      result.fact("time of the last read", millis + " ms");
    }
    findings.take(result);
    throughTheEdge();
  }

  /** Reads are what counts, whatever the edge makes of a plain GET. */
  private void throughTheEdge() {
    LayerResult edge = findings.of(Layer.EDGE);
    if (edge == null || edge.status() == Status.PASSED) {
      return;
    }
    boolean refusesGet = edge.status() == Status.FAILED;
    findings.take(
        edge.toBuilder()
            .status(refusesGet ? Status.WARNED : Status.PASSED)
            .finding("it lets reads through" + (refusesGet ? ", but not a plain GET" : ""))
            .actors(refusesGet ? edge.actors() : List.of()));
  }

  private void credentialsHold() {
    findings.take(
        LayerResult.of(Layer.CREDENTIALS, Status.PASSED, "the GMC's service accepts the account"));
  }

  private void access(int bodies) {
    LayerResult.Builder result = LayerResult.of(Layer.ACCESS, Status.PASSED, granted(bodies));
    if (!refused.isEmpty()) {
      result
          .status(Status.FAILED)
          .finding(granted == 0 ? none(bodies) : granted(bodies) + ", but not " + refused)
          .actors(actors);
    }
    outcomes.forEach(result::fact);
    findings.take(result);
  }

  private String granted(int bodies) {
    return bodies == 1
        ? "the account may read the designated body"
        : "the account may read " + granted + " of " + bodies + " designated bodies";
  }

  private String none(int bodies) {
    return bodies == 1
        ? "the account may not read " + refused
        : "the account may read none of " + bodies + " designated bodies: " + refused;
  }
}
