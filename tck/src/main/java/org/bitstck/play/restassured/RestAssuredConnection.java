package org.bitstck.play.restassured;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.util.List;
import org.apache.http.HttpException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.AbstractHttpClient;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Timing;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;

/** A client of its own with one connection, so that it is reused as the player wants it. */
@SuppressWarnings("deprecation") // REST-assured takes no other kind of client
final class RestAssuredConnection implements Connection {
  private final Endpoint endpoint;
  private final int number;
  private final long epochNanos;
  private final Patience patience;
  private final AbstractHttpClient client;
  private final RestAssuredConfig config;
  private boolean reused;
  private boolean usable = true;

  RestAssuredConnection(
      Endpoint endpoint, int number, long epochNanos, Limits limits, Tls tls, Patience patience) {
    this.endpoint = endpoint;
    this.number = number;
    this.epochNanos = epochNanos;
    this.patience = patience;
    this.client = LibraryClient.create(limits, endpoint.tls() ? tls : null, 1);
    this.config =
        RestAssuredConfig.config()
            .httpClient(HttpClientConfig.httpClientConfig().httpClientFactory(() -> client))
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(
                EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));
  }

  @Override
  public Exchange exchange(int exchangeNumber, Request request, Sending sending) {
    long sent = System.nanoTime();
    patience.longWait();
    try {
      Response response =
          Answers.of(specification(request).request(request.method(), url(request)));
      usable = !Answers.closes(response);
      return end(exchangeNumber, request, response, Ending.ANSWERED, "", sent);
    } catch (Exception e) {
      usable = false;
      return end(exchangeNumber, request, null, ending(e), String.valueOf(e.getMessage()), sent);
    } finally {
      reused = true;
      patience.over();
    }
  }

  private String url(Request request) {
    return (endpoint.tls() ? "https://" : "http://") + endpoint.authority() + request.target();
  }

  private RequestSpecification specification(Request request) {
    RequestSpecification specification =
        RestAssured.given().config(config).urlEncodingEnabled(false);
    for (Header header : request.headers()) {
      boolean usual = header.is("Host") && header.value().equals(endpoint.authority());
      if (!usual && !header.is(Bits.CONTENT_LENGTH)) {
        specification.header(header.name(), header.value());
      }
    }
    return request.body().length > 0 ? specification.body(request.body()) : specification;
  }

  /** REST-assured throws what its HTTP client does, checked exceptions included. */
  private static Ending ending(Exception e) {
    if (e instanceof ConnectException || e instanceof ConnectTimeoutException) {
      return Ending.NO_CONNECTION;
    }
    if (e instanceof InterruptedIOException) {
      return Ending.TIMED_OUT;
    }
    if (e instanceof NoHttpResponseException) {
      return Ending.CLOSED;
    }
    if (e instanceof HttpException || e.getCause() instanceof HttpException) {
      return Ending.GARBAGE;
    }
    if (e instanceof IOException) {
      return Ending.RESET;
    }
    throw new IllegalStateException(e);
  }

  private Exchange end(
      int exchangeNumber,
      Request request,
      Response response,
      Ending ending,
      String detail,
      long sent) {
    long now = micros(System.nanoTime());
    return new Exchange(
        exchangeNumber,
        number,
        reused,
        request,
        List.of(),
        false,
        response,
        ending,
        detail,
        0,
        new Timing(micros(sent), response == null ? -1 : now, now));
  }

  private long micros(long nanos) {
    return (nanos - epochNanos) / 1000;
  }

  @Override
  public boolean isUsable() {
    return usable;
  }

  @Override
  public void close() {
    client.getConnectionManager().shutdown();
  }
}
