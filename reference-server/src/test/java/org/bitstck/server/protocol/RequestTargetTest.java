package org.bitstck.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {
  @ParameterizedTest
  @CsvSource({
    "/a, , /a, ",
    "/a/b?c=/d, , /a/b, c=/d",
    "/a%20b/%C3%BC%25, , /a b/\u00fc%, ",
    "http://files.example:8080/a?q, files.example:8080, /a, q",
    "HTTPS://files.example, files.example, /, ",
    "http://files.example?q, files.example, /, q",
    "//a//b, , /a/b, ",
    "/a+b, , /a+b, ",
    "/%41, , /A, ",
  })
  void legal(String target, String authority, String path, String query) throws Refusal {
    RequestTarget read = RequestTarget.parse(target);
    assertThat(read.authority()).isEqualTo(authority);
    assertThat(read.path()).isEqualTo(path);
    assertThat(read.query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"*", "a", "ftp://x/a", "files.example:80", "/%", "/%4", "/%zz", "/%ff", "/a#b"})
  void illegal(String target) {
    assertThatThrownBy(() -> RequestTarget.parse(target)).isInstanceOf(Refusal.class);
  }
}
