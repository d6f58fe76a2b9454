package uk.nhs.hee.tis.gmc.example.connection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** The doctors to connect or to disconnect, as the front end sends them. */
public final class ConnectionRequest {
  private final List<Doctor> doctors;
  private final String designatedBodyCode;
  private final String changeReason;
  private final String admin;

  /** Creates a request; nothing is checked before it is used. */
  @JsonCreator
  public ConnectionRequest(
      @JsonProperty("doctors") List<Doctor> doctors,
      @JsonProperty("designatedBodyCode") String designatedBodyCode,
      @JsonProperty("changeReason") String changeReason,
      @JsonProperty("admin") String admin) {
    this.doctors = doctors == null ? List.of() : doctors;
    this.designatedBodyCode = designatedBodyCode;
    this.changeReason = changeReason;
    this.admin = admin;
  }

  /** Returns the doctors, whatever text their numbers are. */
  public List<Doctor> doctors() {
    return doctors;
  }

  /** Returns the code of the designated body to connect to; a removal is from each doctor's own. */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** Returns the GMC's code of the reason; the same number means another thing in a removal. */
  public String changeReason() {
    return changeReason;
  }

  /** Returns who does it, as the GMC is told; null leaves it to the configuration. */
  public String admin() {
    return admin;
  }

  /** One doctor of the request. */
  public static final class Doctor {
    private final String gmcId;
    private final String currentDesignatedBodyCode;

    /** Creates a doctor; nothing is checked before it is used. */
    @JsonCreator
    public Doctor(
        @JsonProperty("gmcId") String gmcId,
        @JsonProperty("currentDesignatedBodyCode") String currentDesignatedBodyCode) {
      this.gmcId = gmcId;
      this.currentDesignatedBodyCode = currentDesignatedBodyCode;
    }

    /** Returns the GMC number, or whatever stands in its place. */
    public String gmcId() {
      return gmcId;
    }

    /** Returns the code of the designated body that the doctor has, null for none. */
    public String currentDesignatedBodyCode() {
      return currentDesignatedBodyCode;
    }
  }
}
