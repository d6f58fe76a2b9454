package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * An optional field of an answer whose text could not be understood, such as a date that is not a
 * date. The field reads as absent; its text is kept here. Immutable.
 */
public final class UnreadableField {
  private final @Nullable Integer row;
  private final String field;
  private final String text;

  private UnreadableField(@Nullable Integer row, String field, String text) {
    this.row = row;
    this.field = Checks.given("field", field);
    this.text = Checks.given("text", text);
  }

  /**
   * {@return an unreadable field}
   *
   * @param row the position of the row, counting from 0, or null in an answer without rows
   * @param field the GMC's name of the field
   * @param text the text as it came
   */
  public static UnreadableField of(@Nullable Integer row, String field, String text) {
    return new UnreadableField(row, field, text);
  }

  /** {@return the position of the row, counting from 0, in an answer that has rows} */
  public Optional<Integer> row() {
    return Optional.ofNullable(row);
  }

  /** {@return the GMC's name of the field, such as {@code SubmissionDate}} */
  public String field() {
    return field;
  }

  /** {@return the text as it came} */
  public String text() {
    return text;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput().put("row", row).put("field", field).put("text", text);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static UnreadableField fromJson(JsonInput json) throws JsonMappingException {
    return json.as(UnreadableField.class, JsonKind.object(UnreadableField::read));
  }

  static UnreadableField read(JsonInput json) {
    return of(
        json.optional("row", JsonKind.INTEGER),
        json.required("field", JsonKind.TEXT),
        json.required("text", JsonKind.TEXT));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(row, field, text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnreadableField
        && components().equals(((UnreadableField) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "UnreadableField[row=" + row + ", field=" + field + ", text=***" + "]";
  }
}
