package uk.nhs.hee.tis.gmc.example.syncservice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** The way to whoever applies the lists; a real module has a message broker here. */
@Component
public class DoctorsQueue {
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  /** Not the application's own mapper, which is of another type on Spring Boot 4: Jackson 3's. */
  private final ObjectMapper mapper = new ObjectMapper();

  /** Sends a whole list, as one message. */
  void send(DoctorsForDb doctors) {
    try {
      messages.add(mapper.writeValueAsString(doctors));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the messages that nobody has taken yet. */
  BlockingQueue<String> messages() {
    return messages;
  }
}
