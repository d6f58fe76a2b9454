package uk.nhs.hee.tis.gmc.example.syncservice;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Fetches the doctors of every designated body each night and passes them on. */
@EnableScheduling
@SpringBootApplication
public class SyncServiceApplication {

  /** Starts the service. */
  public static void main(String[] args) {
    SpringApplication.run(SyncServiceApplication.class, args);
  }
}
