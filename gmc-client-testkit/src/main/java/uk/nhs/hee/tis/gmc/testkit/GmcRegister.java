package uk.nhs.hee.tis.gmc.testkit;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import uk.nhs.hee.tis.gmc.testkit.internal.BoundedLog;

/**
 * What a stand-in GMC knows: designated bodies, the doctors connected to them, and the
 * recommendations made.
 *
 * <p>A doctor is connected to one body at most. A change made by a call is visible to every later
 * call. Thread-safe.
 *
 * <pre>{@code
 * GmcRegister register = GmcRegister.empty();
 * register.connect("1-1RSSQ2H", doctor("9000001").underNotice());
 * }</pre>
 */
public final class GmcRegister {
  private static final int MOST_JOURNAL_ENTRIES = 100_000;

  private final BoundedLog<JournalEntry> journal = new BoundedLog<>(MOST_JOURNAL_ENTRIES);
  private RegisterState state = new RegisterState();

  private GmcRegister() {}

  /** {@return a register without designated bodies: it knows no code} */
  public static GmcRegister empty() {
    return new GmcRegister();
  }

  /**
   * {@return a register of invented doctors, the same ones for the same arguments}
   *
   * @param seed chooses the names, dates and under notice texts
   * @param designatedBodyCodes the bodies, in order
   * @param sizes how many doctors the body at an index (from 0) has
   * @throws IllegalArgumentException if a size is negative, or the sizes add up to more than
   *     999,999
   */
  public static GmcRegister invented(
      long seed, Collection<String> designatedBodyCodes, IntUnaryOperator sizes) {
    GmcRegister register = empty();
    new InventedDoctors(seed).fill(register.state, List.copyOf(designatedBodyCodes), sizes);
    return register;
  }

  /**
   * {@return a register of invented doctors with the same number of doctors in each body}
   *
   * @param seed chooses the names, dates and under notice texts
   * @param designatedBodyCodes the bodies, in order
   * @param doctorsEach how many doctors each body has, 0 or more
   * @throws IllegalArgumentException if the number is negative, or the doctors are more than
   *     999,999 in all
   */
  public static GmcRegister invented(
      long seed, Collection<String> designatedBodyCodes, int doctorsEach) {
    return invented(seed, designatedBodyCodes, index -> doctorsEach);
  }

  /**
   * Adds a designated body, with no doctors unless it already has some.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this register
   * @throws IllegalArgumentException if the code is blank
   */
  public GmcRegister addDesignatedBody(String code) {
    return change(s -> s.addDesignatedBody(notBlank(code)));
  }

  /** {@return the codes of the known designated bodies, in the order in which they were added} */
  public List<String> designatedBodies() {
    return locked(RegisterState::designatedBodies);
  }

  /**
   * Connects a doctor to a designated body, which becomes known; a doctor who is connected
   * elsewhere moves, one who is connected here is replaced.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param doctor what the GMC holds about the doctor
   * @return this register
   * @throws IllegalArgumentException if the code is blank, or the doctor's GMC number is not seven
   *     digits
   */
  public GmcRegister connect(String designatedBodyCode, DoctorRow doctor) {
    return change(s -> s.connect(notBlank(designatedBodyCode), doctor));
  }

  /**
   * Disconnects a doctor from a designated body; no effect if the doctor is not connected to it.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @param gmcNumber seven digits
   * @return this register
   */
  public GmcRegister disconnect(String designatedBodyCode, String gmcNumber) {
    return change(
        s -> {
          if (s.isConnected(gmcNumber, designatedBodyCode)) {
            s.disconnect(gmcNumber);
          }
        });
  }

  /**
   * {@return the doctors connected to a body, in the order connected; none of an unknown body}
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   */
  public List<DoctorRow> doctors(String designatedBodyCode) {
    return List.copyOf(locked(s -> s.doctors(designatedBodyCode)));
  }

  /** {@return every recommendation accepted so far, the oldest first} */
  public List<RegisteredRecommendation> recommendations() {
    return List.copyOf(locked(RegisterState::recommendations));
  }

  /**
   * Sets the status of a recommendation, such as {@code Approved}; unless it is {@code Under
   * Review}, the recommendation is no longer open.
   *
   * @param recommendationId from the receipt
   * @param text any text, sent to the caller as it is
   * @return this register
   * @throws IllegalArgumentException if there is no recommendation with this id
   */
  public GmcRegister status(String recommendationId, String text) {
    return change(
        s ->
            s.put(
                s.recommendation(recommendationId)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "no recommendation has the id " + recommendationId))
                    .withStatus(text)));
  }

  /** {@return the operations that reached the register, the latest 100,000, oldest first} */
  public List<JournalEntry> journal() {
    return journal.entries();
  }

  /** Shows the sizes, no personal data. */
  @Override
  public String toString() {
    return locked(
        s ->
            "GmcRegister[designatedBodies="
                + s.designatedBodies().size()
                + ", doctors="
                + s.designatedBodies().stream().mapToInt(code -> s.doctors(code).size()).sum()
                + ", recommendations="
                + s.recommendations().size()
                + "]");
  }

  synchronized <T> T locked(Function<RegisterState, T> reading) {
    return reading.apply(state);
  }

  synchronized GmcRegister change(Consumer<RegisterState> change) {
    change.accept(state);
    return this;
  }

  void record(JournalEntry entry) {
    journal.add(entry);
  }

  synchronized RegisterState baseline() {
    return state.copy();
  }

  /** Goes back to the baseline; almost free if nothing has changed since. */
  synchronized void restore(RegisterState baseline) {
    journal.clear();
    state = state.backTo(baseline);
  }

  private static String notBlank(String code) {
    if (code.isBlank()) {
      throw new IllegalArgumentException("designatedBodyCode is blank");
    }
    return code;
  }
}
