package org.bitstck.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolListTest {
  private static final String KNOWN = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final String OTHER = "{00000000-0000-0000-0000-000000000001}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        KNOWN,
        "{7DF0354D-249B-430F-820D-3D2A9BEF4931}",
        OTHER + " " + KNOWN,
        OTHER + "," + KNOWN,
        OTHER + ", " + KNOWN + ",",
        OTHER + "   " + KNOWN + " \t" + OTHER
      })
  void known(String list) throws Refusal {
    assertThat(ProtocolList.choose(list)).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        ",",
        OTHER,
        "junk",
        KNOWN + " junk",
        "7df0354d-249b-430f-820d-3d2a9bef4931"
      })
  void refused(String list) {
    assertThatThrownBy(() -> ProtocolList.choose(list)).isInstanceOf(Refusal.class);
  }
}
