package org.bitstck.subject;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.server.Hook;

/**
 * The peer under test, as its owner describes it.
 *
 * @param url of the directory that takes uploads, ending in a slash
 * @param directories parts set up in special ways, by name
 * @param capabilities what else it declares
 * @param hooks commands that its owner provides
 */
public record Subject(
    String name,
    URI url,
    Map<String, Directory> directories,
    Set<String> capabilities,
    Set<Hook> hooks,
    ReadBack readBack,
    Access access) {

  /** A server of which only the URL is known. */
  public static Subject at(URI url) {
    return new Subject(
        url.getAuthority(), url, Map.of(), Set.of(), Set.of(), ReadBack.TRY_HTTP, Access.OPEN);
  }

  /** The part of that name; the plain one always exists. */
  public Optional<Directory> directory(String name) {
    if (name == null || name.equals(Directory.PLAIN)) {
      return Optional.of(new Directory(Directory.PLAIN, url.getRawPath(), Map.of(), null));
    }
    return Optional.ofNullable(directories.get(name));
  }

  /** The same with another way to look at stored files. */
  public Subject with(ReadBack otherReadBack) {
    return new Subject(name, url, directories, capabilities, hooks, otherReadBack, access);
  }
}
