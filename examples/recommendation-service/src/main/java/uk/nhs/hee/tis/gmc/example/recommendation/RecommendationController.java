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

  /** Submits a recommendation: 200 if the GMC accepted it, 400 with a message if not. */
  @PostMapping("/submit")
  public ResponseEntity<Submission> submit(
      @PathVariable String id, @RequestBody SubmissionRequest request) {
    Submission submission = service.submit(id, request);
    return ResponseEntity.status(
            submission.outcome() == Outcome.ACCEPTED ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .body(submission);
  }

  /** Asks for the status of a recommendation: 200 with what is known, 400 if none was accepted. */
  @GetMapping("/status")
  public StatusCheck status(@PathVariable String id) {
    return service.check(id).orElseThrow(NotSubmittedException::new);
  }
}
