package uk.nhs.hee.tis.gmc.example.recommendation;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers requests of which nothing was sent, and shows none of their values. */
@RestControllerAdvice
public class RestErrors {

  @ExceptionHandler({
    InvalidRequestException.class,
    NotSubmittedException.class,
    SubmittedAlreadyException.class
  })
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> nothingSent(RuntimeException e) {
    return Map.of("message", e.getMessage());
  }

  /** Handled here because Spring's own handler logs the message, which quotes the request. */
  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> unreadable(HttpMessageNotReadableException e) {
    return Map.of("message", "the body is not JSON of the expected form");
  }
}
