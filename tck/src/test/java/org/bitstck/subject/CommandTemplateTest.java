package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandTemplateTest {
  private static List<String> filled(Map<String, String> values, String... words) {
    return CommandTemplate.of(List.of(words))
        .filled(place -> Optional.ofNullable(values.get(place)));
  }

  @Test
  void placesAreFilledInWithinWords() {
    assertThat(filled(Map.of("url", "http://h/$1\\", "file", "a b"), "x", "--to={url}", "<{file}>"))
        .containsExactly("x", "--to=http://h/$1\\", "<a b>");
  }

  @Test
  void aGroupIsLeftOutWhereOneOfItsPlacesIsNotThere() {
    String[] words = {"x", "[--reply", "{reply}]", "[--user {user} --password {password}]", "y"};
    assertThat(filled(Map.of("user", "u"), words)).containsExactly("x", "y");
    assertThat(filled(Map.of("reply", "/r", "user", "u", "password", "p q"), words))
        .containsExactly("x", "--reply", "/r", "--user", "u", "--password", "p q", "y");
  }

  @Test
  void otherBracketsAreBrackets() {
    assertThat(filled(Map.of(), "[::1]", "[a", "b]", "[", "]", "{A}", "{}"))
        .containsExactly("[::1]", "[a", "b]", "[", "]", "{A}", "{}");
  }

  @Test
  void aGroupMayStandInBracketsOfTheirOwn() {
    assertThat(filled(Map.of("reply", "/r"), "[", "--reply", "{reply}", "]", "z"))
        .containsExactly("--reply", "/r", "z");
  }

  @Test
  void unknownPlacesAndOptionalOnesOutsideOfGroupsAreMistakes() {
    assertThatThrownBy(() -> filled(Map.of(), "{urll}"))
        .hasMessageContaining("unknown place '{urll}'; did you mean '{url}'?");
    assertThatThrownBy(() -> filled(Map.of(), "--reply", "{reply}"))
        .hasMessageContaining("in square brackets");
  }
}
