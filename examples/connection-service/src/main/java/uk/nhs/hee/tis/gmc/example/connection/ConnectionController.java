package uk.nhs.hee.tis.gmc.example.connection;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;

/**
 * The front end's way in. GMC numbers come in bodies only: a path would carry them into the access
 * logs.
 */
@RestController
@RequestMapping("/api/connections")
public class ConnectionController {
  private final ConnectionService service;

  ConnectionController(ConnectionService service) {
    this.service = service;
  }

  /** Connects one doctor: 200 if that is so now, 400 with a message if not. */
  @PostMapping("/add")
  public ResponseEntity<ConnectionResult> add(@RequestBody ConnectionRequest request) {
    return one(request, service::add);
  }

  /** Disconnects one doctor: 200 if that is so now, 400 with a message if not. */
  @PostMapping("/remove")
  public ResponseEntity<ConnectionResult> remove(@RequestBody ConnectionRequest request) {
    return one(request, service::remove);
  }

  /** Connects many doctors; each has its own result. */
  @PostMapping("/bulk-add")
  public List<ConnectionResult> addAll(@RequestBody ConnectionRequest request) {
    return service.add(request);
  }

  /** Disconnects many doctors; each has its own result. */
  @PostMapping("/bulk-remove")
  public List<ConnectionResult> removeAll(@RequestBody ConnectionRequest request) {
    return service.remove(request);
  }

  /** Returns the reasons to choose from, by their codes. */
  @GetMapping("/reasons")
  public Map<String, Map<String, ?>> reasons() {
    return Map.of(
        "add", Arrays.stream(AddReason.values()).collect(Collectors.toMap(AddReason::code, r -> r)),
        "remove",
            Arrays.stream(RemoveReason.values())
                .collect(Collectors.toMap(RemoveReason::code, r -> r)));
  }

  private static ResponseEntity<ConnectionResult> one(
      ConnectionRequest request, Function<ConnectionRequest, List<ConnectionResult>> send) {
    if (request.doctors().size() != 1) {
      throw new InvalidRequestException("doctors must hold one doctor");
    }
    ConnectionResult result = send.apply(request).get(0);
    return ResponseEntity.status(
            result.outcome().isAsWished() ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .body(result);
  }
}
