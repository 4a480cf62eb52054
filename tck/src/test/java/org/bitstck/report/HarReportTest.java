package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.bitstck.scenario.Schemas;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class HarReportTest {
  private static final Path SCHEMA =
      Path.of("src", "test", "resources", "schema", "har-1.2", "har.json").toAbsolutePath();

  private static String written(Exchange... exchanges) throws IOException {
    Traffic traffic = new Traffic();
    for (Exchange exchange : exchanges) {
      traffic.add(URI.create("http://127.0.0.1:8080/up/"), System.nanoTime(), exchange);
    }
    StringWriter text = new StringWriter();
    RunResult result = Results.oneOfEach();
    new HarReport("1.2.3", traffic).write(result, text);
    assertThat(Schemas.errorsOfJson(SCHEMA, text.toString())).isEmpty();
    return text.toString();
  }

  /** The schema reads its parts: it would say nothing of an entry otherwise. */
  @Test
  void theSchemaSaysWhatIsMissing() throws IOException {
    String har = written(Exchanges.answer(200));
    assertThat(Schemas.errorsOfJson(SCHEMA, har.replace("\"startedDateTime\"", "\"started\"")))
        .anyMatch(error -> error.contains("startedDateTime"));
    assertThat(Schemas.errorsOfJson(SCHEMA, har.replace("\"wait\"", "\"waited\"")))
        .anyMatch(error -> error.contains("wait"));
  }

  private static JsonNode entry(String har) {
    return new ObjectMapper().readTree(har).at("/log/entries/0");
  }

  @Test
  void anExchangeIsAnEntry() throws IOException {
    JsonNode entry = entry(written(Exchanges.answer(416, "BITS-Received-Content-Range: 100")));
    assertThat(entry.at("/request/method").asString()).isEqualTo("BITS_POST");
    assertThat(entry.at("/request/url").asString()).isEqualTo("http://127.0.0.1:8080/f");
    assertThat(entry.at("/response/status").asInt()).isEqualTo(416);
    assertThat(entry.at("/response/headers/0/value").asString()).isEqualTo("100");
    assertThat(entry.at("/time").asDouble()).isEqualTo(2.0);
    assertThat(entry.at("/timings/wait").asDouble()).isEqualTo(0.5);
  }

  @Test
  void oneWithoutAnAnswerHasStatusZero() throws IOException {
    JsonNode entry = entry(written(Exchanges.ended(Ending.TIMED_OUT)));
    assertThat(entry.at("/response/status").asInt()).isZero();
    assertThat(entry.at("/comment").asString()).contains("in time");
  }

  @Test
  void whatIsNoTextIsBase64() throws IOException {
    JsonNode entry = entry(written(Exchanges.body(200, new byte[] {0, (byte) 0xFF})));
    assertThat(entry.at("/response/content/encoding").asString()).isEqualTo("base64");
    assertThat(entry.at("/response/content/text").asString()).isEqualTo("AP8=");
  }

  @Test
  void aRunWithoutTrafficIsAnArchive() throws IOException {
    assertThat(written()).contains("\"entries\" : [ ]");
  }
}
