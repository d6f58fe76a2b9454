package uk.nhs.hee.tis.gmc.example.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** Adds and removes doctors, one call of GMC Connect for each. */
@Service
public class ConnectionService {
  private final GmcClient gmc;

  ConnectionService(GmcClient gmc) {
    this.gmc = gmc;
  }

  /** Connects every doctor of the request, and returns what became of each, in their order. */
  public List<ConnectionResult> add(ConnectionRequest request) {
    return each(
        request.doctors(),
        doctor ->
            AddDoctor.builder()
                .gmcNumber(doctor.gmcId())
                .designatedBodyCode(request.designatedBodyCode())
                .reason(AddReason.ofCode(request.changeReason()))
                .internalUser(request.admin())
                .build(),
        gmc.bulk()::tryAddDoctors);
  }

  /** Disconnects every doctor from their own body, and returns what became of each. */
  public List<ConnectionResult> remove(ConnectionRequest request) {
    return each(
        request.doctors(),
        doctor ->
            RemoveDoctor.builder()
                .gmcNumber(doctor.gmcId())
                .designatedBodyCode(doctor.currentDesignatedBodyCode())
                .reason(RemoveReason.ofCode(request.changeReason()))
                .internalUser(request.admin())
                .build(),
        gmc.bulk()::tryRemoveDoctors);
  }

  /** A doctor whose data cannot be sent has a result of that kind; the others are sent. */
  private static <Q> List<ConnectionResult> each(
      List<ConnectionRequest.Doctor> doctors,
      Function<ConnectionRequest.Doctor, Q> toRequest,
      Function<List<Q>, BulkResult<Q, ConnectionReceipt>> send) {
    ConnectionResult[] results = new ConnectionResult[doctors.size()];
    List<Q> requests = new ArrayList<>();
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < results.length; i++) {
      ConnectionRequest.Doctor doctor = doctors.get(i);
      try {
        requests.add(toRequest.apply(doctor));
        positions.add(i);
      } catch (UnsendableValueException unsendable) {
        results[i] = ConnectionResult.invalid(doctor.gmcId(), unsendable);
      }
    }
    List<BulkResult.Item<Q, ConnectionReceipt>> items = send.apply(requests).items();
    for (int i = 0; i < items.size(); i++) {
      int position = positions.get(i);
      results[position] = ConnectionResult.of(doctors.get(position).gmcId(), items.get(i));
    }
    return List.of(results);
  }
}
