package org.bitstck.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of defects as peers print them. */
class DefectReaderTest {
  private static final String WHOLE =
      "{\"id\":\"BITS-SRV-PING-001/none\",\"requirement\":\"BITS-SRV-PING-001\",\"role\":\"server\","
          + "\"sentence\":\"It knows no PING.\",\"follows\":[\"BITS-SRV-PING-002\"],"
          + "\"why\":\"neither with nor without an id\",\"profile\":\"strict\"}";

  private static List<Defect> read(String... lines) throws Exception {
    return new DefectReader(Peer.SERVER, Proofs.CATALOGUE).read(List.of(lines));
  }

  @Test
  void allThatALineMaySay() throws Exception {
    assertThat(read(WHOLE, ""))
        .containsExactly(
            new Defect(
                "BITS-SRV-PING-001/none",
                "BITS-SRV-PING-001",
                Peer.SERVER,
                "It knows no PING.",
                Set.of("BITS-SRV-PING-002"),
                "neither with nor without an id",
                Profile.STRICT));
  }

  @Test
  void theLeastThatItHasToSay() throws Exception {
    Defect defect =
        read("{\"id\":\"a\",\"requirement\":\"BITS-SRV-PING-001\",\"sentence\":\"b\"}").get(0);

    assertThat(defect.follows()).isEmpty();
    assertThat(defect.why()).isEmpty();
    assertThat(defect.profile()).isEqualTo(Profile.INTEROP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          no JSON                                                            | 'no JSON' is no JSON object
          {"id":"a","requirement":"BITS-SRV-PING-001"}                       | has no 'sentence'
          {"id":"a","requirement":"BITS-NO-1","sentence":"b"}                | 'a' speaks of 'BITS-NO-1'
          {"id":"a","requirement":"BITS-SRV-PING-001","sentence":"b","follows":["X"]}  | 'a' speaks of 'X'
          {"id":"a","requirement":"BITS-SRV-PING-001","sentence":"b","profile":"lax"}  | 'lax' is no profile
          """)
  void whatIsWrongIsSaidWithItsPlace(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .hasMessageContaining("the list of defects of the server")
        .hasMessageContaining(message);
  }

  @Test
  void nothingIsListedTwice() {
    assertThatThrownBy(() -> read(WHOLE, WHOLE)).hasMessageContaining("listed twice");
  }
}
