package uk.nhs.hee.tis.gmc.example.syncservice;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.springframework.stereotype.Component;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/** The way to whoever applies the lists; a real module has a message broker here. */
@Component
public class DoctorsQueue {
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

  /** Sends a whole list, as one message. */
  void send(DoctorsForDb doctors) {
    messages.add(DoctorsMessage.of(doctors));
  }

  /** Returns the messages that nobody has taken yet. */
  BlockingQueue<String> messages() {
    return messages;
  }
}
