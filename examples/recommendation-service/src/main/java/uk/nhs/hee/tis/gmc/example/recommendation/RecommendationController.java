package uk.nhs.hee.tis.gmc.example.recommendation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front end's way in; the id is the module's own, and nobody's data. */
@RestController
@RequestMapping("/api/recommendations/{id}")
public class RecommendationController {
  private final RecommendationService service;

  RecommendationController(RecommendationService service) {
    this.service = service;
  }

  /** Submits a recommendation; the HTTP status tells the outcome too. */
  @PostMapping("/submit")
  public ResponseEntity<Submission> submit(
      @PathVariable String id, @RequestBody SubmissionRequest request) {
    Submission submission = service.submit(id, request);
    return ResponseEntity.status(submission.outcome().status()).body(submission);
  }

  /** Asks how a recommendation stands; 503 if nobody could ask. */
  @GetMapping("/status")
  public ResponseEntity<StatusCheck> status(@PathVariable String id) {
    return service
        .check(id)
        .map(check -> ResponseEntity.status(httpStatus(check)).body(check))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static HttpStatus httpStatus(StatusCheck check) {
    return check.status() == StatusCheck.Status.NOT_CHECKED
        ? HttpStatus.SERVICE_UNAVAILABLE
        : HttpStatus.OK;
  }
}
