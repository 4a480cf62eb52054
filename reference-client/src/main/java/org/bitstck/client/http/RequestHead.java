package org.bitstck.client.http;

import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** How the head of a request looks on the wire. */
public interface RequestHead {
  /** As the protocol wants it: a Content-Length on each packet. Source: MC-BUP 2.2.1.1. */
  RequestHead PLAIN = RequestHead::plain;

  ClassicHttpRequest of(Request request);

  /** The version that requests on the next connection name. */
  default HttpVersion version() {
    return HttpVersion.HTTP_1_1;
  }

  private static ClassicHttpRequest plain(Request request) {
    BasicClassicHttpRequest head = new BasicClassicHttpRequest(request.method(), "/");
    head.setPath(request.destination().target());
    head.addHeader("Host", request.destination().authority());
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      head.addHeader(header.getKey(), header.getValue());
    }
    if (!request.isDownload()) {
      long length = request.body() == null ? 0 : request.body().length();
      head.addHeader("Content-Length", Long.toString(length));
    }
    return head;
  }
}
