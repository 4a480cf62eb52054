package org.bitstck.play.client.wiremock;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Takes out what WireMock says of itself. */
final class NoMarks implements ResponseTransformerV2 {
  private static final String MARK = "Matched-Stub-Id";

  @Override
  public String getName() {
    return "bits-tck-no-marks";
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    HttpHeaders said =
        new HttpHeaders(
            response.getHeaders().all().stream()
                .filter(header -> !header.keyEquals(MARK))
                .toList());
    return Response.Builder.like(response).but().headers(said).build();
  }
}
