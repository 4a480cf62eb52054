package org.bitstck.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  @ParameterizedTest
  @CsvSource({
    "http://h,h,80,/,h",
    "https://h?x=1,h,443,/?x=1,h",
    "http://h:80/a%2fb/../c?{}#frag,h,80,/a%2fb/../c?{},h",
    "HTTP://[::1]:8080//x,::1,8080,//x,[::1]:8080",
    "https://h:80/,h,80,/,h:80"
  })
  void parts(String url, String host, int port, String target, String authority) {
    Destination destination = Destination.parse(url);
    assertThat(destination.host()).isEqualTo(host);
    assertThat(destination.port()).isEqualTo(port);
    assertThat(destination.target()).isEqualTo(target);
    assertThat(destination.authority()).isEqualTo(authority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h/x",
        "ftp://h/",
        "http://",
        "http:///x",
        "http://h:0/",
        "http://h:x/",
        "http://u:p@h/",
        "http://h/a b",
        "http://h/\u00e4",
        "http://h/\r\nX: y"
      })
  void noDestinations(String url) {
    assertThatThrownBy(() -> Destination.parse(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void challenges() {
    List<Challenge> all =
        Challenge.parse(
            "Negotiate, Basic realm=\"a, b=\\\"c\", charset=UTF-8, NTLM abc==, Digest  nonce = x,qop=\"auth\"");
    assertThat(all)
        .extracting(Challenge::scheme)
        .startsWith("negotiate", "basic")
        .contains("digest");
    assertThat(all.get(1).parameters())
        .containsEntry("realm", "a, b=\"c")
        .containsEntry("charset", "UTF-8");
    assertThat(all.get(all.size() - 1).parameters())
        .containsEntry("nonce", "x")
        .containsEntry("qop", "auth");
  }
}
