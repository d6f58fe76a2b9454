package uk.nhs.hee.tis.gmc.example.recommendation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Submits revalidation recommendations and asks how they stand. */
@SpringBootApplication
public class RecommendationServiceApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(RecommendationServiceApplication.class, args);
  }
}
