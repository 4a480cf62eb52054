package org.bitstck.peers.notify;

import java.nio.file.Path;
import org.bitstck.peers.Upload;

/** An upload that an application is to hear of. Callers synchronize on it. */
public final class Order {
  private final Upload upload;
  private final String folder;
  private final String url;
  private final String query;
  Path data;
  Path response;
  boolean taken;
  boolean forbidden;
  boolean copied;
  String replyUrl;
  String replyId;

  /**
   * @param folder of its destination
   * @param url of its destination
   * @param query of the client's request; null if there was none
   */
  Order(Upload upload, String folder, String url, String query) {
    this.upload = upload;
    this.folder = folder;
    this.url = url;
    this.query = query;
  }

  public Upload upload() {
    return upload;
  }

  public String folder() {
    return folder;
  }

  public String url() {
    return url;
  }

  public String query() {
    return query;
  }

  public Path data() {
    return data;
  }

  public Path response() {
    return response;
  }

  public boolean isByReference() {
    return folder.equals(NotifyingServer.REFERENCE);
  }
}
