package uk.nhs.hee.tis.gmc.example.connection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Connects doctors to designated bodies, and disconnects them. */
@SpringBootApplication
public class ConnectionServiceApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(ConnectionServiceApplication.class, args);
  }
}
