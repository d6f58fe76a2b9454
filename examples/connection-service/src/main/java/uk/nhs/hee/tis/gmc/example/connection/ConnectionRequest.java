package uk.nhs.hee.tis.gmc.example.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The doctors to connect or to disconnect, as the front end sends them. */
public final class ConnectionRequest {
  private final List<String> gmcIds;
  private final String designatedBodyCode;
  private final String changeReason;
  private final String admin;

  /** Creates a request; nothing is checked before it is used. */
  @JsonCreator
  public ConnectionRequest(
      @JsonProperty("gmcIds") List<String> gmcIds,
      @JsonProperty("designatedBodyCode") String designatedBodyCode,
      @JsonProperty("changeReason") String changeReason,
      @JsonProperty("admin") String admin) {
    this.gmcIds = gmcIds == null ? List.of() : gmcIds;
    this.designatedBodyCode = designatedBodyCode;
    this.changeReason = changeReason;
    this.admin = admin;
  }

  /** Returns the doctors' GMC numbers, whatever text they are. */
  public List<String> gmcIds() {
    return gmcIds;
  }

  /** Returns the designated body's code. */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** Returns the GMC's code of the reason; the same number means another thing in a removal. */
  public String changeReason() {
    return changeReason;
  }

  /** Returns who does it, as the GMC is told. */
  public String admin() {
    return admin;
  }
}
