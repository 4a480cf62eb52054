package org.bitstck.play.restassured;

import org.apache.http.HttpResponse;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.conn.ssl.AllowAllHostnameVerifier;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.conn.ssl.StrictHostnameVerifier;
import org.apache.http.entity.BufferedHttpEntity;
import org.apache.http.impl.client.AbstractHttpClient;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.client.DefaultHttpRequestRetryHandler;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.HttpConnectionParams;
import org.bitstck.play.Limits;
import org.bitstck.play.Tls;

/** Makes the kind of HTTP client that REST-assured wants, without any helpfulness. */
@SuppressWarnings("deprecation") // REST-assured takes no other kind of client
public final class LibraryClient {
  private LibraryClient() {}

  /**
   * Makes one.
   *
   * @param tls for https; null where there is none
   * @param most connections at once; they are used again
   */
  public static AbstractHttpClient create(Limits limits, Tls tls, int most) {
    SchemeRegistry schemes = new SchemeRegistry();
    schemes.register(new Scheme("http", 80, PlainSocketFactory.getSocketFactory()));
    if (tls != null) {
      schemes.register(
          new Scheme(
              "https",
              443,
              new SSLSocketFactory(
                  tls.context(),
                  tls.verifyHost()
                      ? new StrictHostnameVerifier()
                      : new AllowAllHostnameVerifier())));
    }
    PoolingClientConnectionManager connections = new PoolingClientConnectionManager(schemes);
    connections.setMaxTotal(most);
    connections.setDefaultMaxPerRoute(most);
    DefaultHttpClient client = new DefaultHttpClient(connections);
    HttpConnectionParams.setConnectionTimeout(
        client.getParams(), (int) limits.connect().toMillis());
    HttpConnectionParams.setSoTimeout(client.getParams(), (int) limits.answer().toMillis());
    HttpConnectionParams.setTcpNoDelay(client.getParams(), true);
    client.setHttpRequestRetryHandler(new DefaultHttpRequestRetryHandler(0, false));
    client.addRequestInterceptor(
        (request, context) -> {
          request.removeHeaders("Content-Type");
          request.removeHeaders("Accept");
          request.removeHeaders("User-Agent");
        });
    // an entity of no bytes would never give its connection back
    client.addResponseInterceptor((response, context) -> buffer(response));
    return client;
  }

  private static void buffer(HttpResponse response) throws java.io.IOException {
    if (response.getEntity() != null) {
      response.setEntity(new BufferedHttpEntity(response.getEntity()));
    }
  }
}
