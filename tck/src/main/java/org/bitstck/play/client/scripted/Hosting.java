package org.bitstck.play.client.scripted;

import org.bitstck.play.TestFile;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ServerSettings;

/**
 * What a server is told of the one upload that it is there for.
 *
 * @param target path and query of the destination, as in the URL that the client is given
 * @param authority host and port of that URL
 * @param hostId what BITS-Host-Id is to say; null means that it is not sent
 * @param credentials that it asks for where the settings want authentication
 * @param file that the client is told to upload, as it is at the start
 */
public record Hosting(
    ServerSettings settings,
    String target,
    String authority,
    String hostId,
    Credentials credentials,
    TestFile file) {

  /** The decoded path of the destination. */
  String path() {
    return Targets.path(target);
  }

  /** The folder of the destination as it stands in the URL, with a slash at the end. */
  String folder() {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}
