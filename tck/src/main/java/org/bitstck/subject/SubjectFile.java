package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.bitstck.scenario.server.Hook;

/**
 * A subject file as read: the URL may still wait for the start of the peer.
 *
 * @param url with {@code ${port}} open; null where the ready line tells it
 * @param start how the kit starts it; null where it runs already
 * @param hooks commands that the kit may run
 * @param folderReadBack where uploads can be seen in a folder, {@code ${folder}} open; null if not
 * @param base folder that relative paths start from
 * @param tls what the kit trusts
 */
public record SubjectFile(
    String name,
    String url,
    StartSpec start,
    Map<String, Directory> directories,
    Set<String> capabilities,
    Map<Hook, HookSpec> hooks,
    boolean httpReadBack,
    String folderReadBack,
    Path base,
    Access access,
    TlsSpec tls) {

  /**
   * What the kit trusts on https.
   *
   * @param ca PEM file with the certificates to trust; null means those of the JVM
   * @param insecure any certificate for any name is taken
   */
  public record TlsSpec(Path ca, boolean insecure) {
    public static final TlsSpec DEFAULT = new TlsSpec(null, false);
  }

  public Optional<StartSpec> spawn() {
    return Optional.ofNullable(start);
  }

  /**
   * The subject, once it is known where it listens.
   *
   * @param at its URL, ending in a slash
   * @param fill fills in the variables of a text
   */
  public Subject at(URI at, UnaryOperator<String> fill) {
    Map<String, Directory> absolute = new HashMap<>();
    directories.forEach(
        (key, directory) ->
            absolute.put(
                key,
                new Directory(
                    key,
                    at.resolve(directory.path()).getRawPath(),
                    filled(directory.settings(), fill),
                    directory.credentials())));
    ReadBack readBack =
        folderReadBack != null
            ? new ReadBack(ReadBack.Kind.FOLDER, base.resolve(fill.apply(folderReadBack)))
            : httpReadBack ? new ReadBack(ReadBack.Kind.HTTP, null) : ReadBack.TRY_HTTP;
    Set<String> all = new TreeSet<>(capabilities);
    if ("https".equals(at.getScheme())) {
      all.add(Words.TLS);
    }
    return new Subject(
        name, at, Map.copyOf(absolute), Set.copyOf(all), hooks.keySet(), readBack, access);
  }

  private static Map<String, String> filled(
      Map<String, String> settings, UnaryOperator<String> fill) {
    Map<String, String> filled = new HashMap<>();
    settings.forEach((name, value) -> filled.put(name, fill.apply(value)));
    return Map.copyOf(filled);
  }
}
