package org.bitstck.scenario.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceReaderTest {
  private static String letters(String kinds) {
    return kinds == null
        ? ""
        : Arrays.stream(kinds.split(" "))
            .map(kind -> String.valueOf(SequenceIs.letter(RequestKind.of(kind).orElseThrow())))
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ping                               | ping                                  | true
          ping                               |                                       | false
          ping                               | ping ping                             | false
          ping? create-session               | create-session                        | true
          ping? create-session               | ping create-session                   | true
          fragment+                          | fragment fragment                     | true
          fragment+ close-session            | close-session                         | false
          fragment* close-session            | close-session                         | true
          (ping fragment)+                   | ping fragment ping fragment           | true
          (ping fragment)+                   | ping fragment ping                    | false
          (head)?(get)+                      | get get                               | true
          create-session any* close-session  | create-session other close-session    | true
          any ping                           | fragment ping                         | true
          """)
  void follows(String sequence, String requests, boolean follows) {
    assertThat(read(sequence).pattern().matcher(letters(requests)).matches()).isEqualTo(follows);
  }

  @ParameterizedTest
  @CsvSource({"ping, true", "fragment fragment cancel-session, true", "ping fragment, false"})
  void alternatives(String requests, boolean follows) {
    SequenceIs sequence = read("ping | (fragment|head)+ cancel-session");
    assertThat(sequence.pattern().matcher(letters(requests)).matches()).isEqualTo(follows);
    assertThat(sequence.text()).isEqualTo("ping | (fragment|head)+ cancel-session");
  }

  private static SequenceIs read(String sequence) {
    return SequenceReader.read(Yaml.parse(new Source("s.yaml", sequence), "'" + sequence + "'"));
  }
}
