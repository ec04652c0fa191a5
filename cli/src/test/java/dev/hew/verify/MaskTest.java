package dev.hew.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  private static Mask of(String secret) {
    return new Mask(List.of(secret));
  }

  @ParameterizedTest
  @CsvSource({
    // too short to be looked for
    "x, expected x, expected x",
    "abc, abc, abc",
    // a whole word
    "type, the types of a type, the types of a ***",
    "expected, unexpected expected, unexpected ***",
    "pass, \"{\"\"t\"\":\"\"\\npass\"\"}\", \"{\"\"t\"\":\"\"\\n***\"\"}\"",
    "pass, %20pass&, %20***&",
    "pass, a_pass, a_***",
    // nothing that could be part of a word
    "hunter2, ahunter22, a***2",
    "correcthorsebattery, acorrecthorsebatteryb, a***b",
    // as it travels
    "a&b c<d, x=a%26b+c%3Cd a%26b%20c%3Cd, x=*** ***",
    "a&b c<d, <t>a&amp;b c&lt;d</t>, <t>***</t>",
    "me:s3cret, Basic bWU6czNjcmV0, Basic ***",
  })
  void hidesSecretsAndNoWords(String secret, String text, String masked) {
    assertEquals(masked, of(secret).of(text));
  }

  @ParameterizedTest
  @CsvSource({"x, x, ***", "x, Bearer x, Bearer ***", "u:x, Basic dTp4, Basic ***", "x, max, max"})
  void hidesTheShortestCredentialWhereItStands(String secret, String value, String masked) {
    assertEquals(masked, of(secret).ofValue(value));
  }
}
