package org.bitstck.client.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContentNameTest {
  @Test
  void namesThatCanBeSent() {
    assertThat(ContentName.of("report 1.bin")).isEqualTo("report 1.bin");
    assertThat(ContentName.of("a\\b/c:d*e?f\"g<h>i|j")).isEqualTo("a_b_c_d_e_f_g_h_i_j");
    assertThat(ContentName.of("x\r\nEvil: y")).isEqualTo("x__Evil_ y");
    assertThat(ContentName.of("\u00fcber\uD83D\uDE00")).isEqualTo("_ber_");
    assertThat(ContentName.of("n".repeat(400))).hasSize(260);
    assertThat(ContentName.of(" ")).isNull();
  }
}
