package org.bitstck.play.client.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;

/** Puts the script's answers into WireMock's mouth: one stub for all that is asked. */
final class Script implements ResponseDefinitionTransformerV2 {
  private final Map<String, Pending> pending = new ConcurrentHashMap<>();

  void expect(String path, Pending question) {
    pending.put(path, question);
  }

  void forget(String path) {
    pending.remove(path);
  }

  @Override
  public String getName() {
    return "bits-tck-script";
  }

  @Override
  public ResponseDefinition transform(ServeEvent event) {
    Pending question = pending.get(event.getRequest().getUrl());
    if (question == null) {
      return ResponseDefinitionBuilder.responseDefinition().withStatus(404).build();
    }
    Answer answer = question.answer();
    List<HttpHeader> headers = new ArrayList<>();
    for (Header header : answer.headers()) {
      if (Rewrite.isSayable(header)) {
        headers.add(new HttpHeader(header.name(), header.value()));
      }
    }
    return ResponseDefinitionBuilder.responseDefinition()
        .withStatus(Rewrite.sayableStatus(answer.status()))
        .withStatusMessage(answer.reason())
        .withHeaders(new HttpHeaders(headers))
        .withBody(answer.body())
        .build();
  }
}
