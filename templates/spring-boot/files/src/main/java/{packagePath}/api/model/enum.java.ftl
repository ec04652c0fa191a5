package [=package].api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.AssertTrue;
import java.util.Arrays;

[@javadoc type.doc().javadoc(114)/]
public enum [=type.name] {
[#list type.values as value]
  [=value.name]([=open][=br][=value.literal][=close]),
[/#list]
  /** Any value that the contract does not list. It is read without complaint, but it is not valid. */
  UNKNOWN(null);

  private final [=type.valueType.text] value;

  [=type.name]([=type.valueType.text] value) {
    this.value = value;
  }

  @JsonCreator
  public static [=type.name] of([=type.valueType.text] value) {
    return Arrays.stream(values()).filter(constant -> value.equals(constant.value)).findFirst().orElse(UNKNOWN);
  }

  @JsonValue
  public [=type.valueType.text] value() {
    return value;
  }

  @AssertTrue(message = "must be one of the documented values")
  boolean isKnown() {
    return this != UNKNOWN;
  }
}
