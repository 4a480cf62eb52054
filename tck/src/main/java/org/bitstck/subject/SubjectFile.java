package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A subject file as read: the URL may still wait for the start of the peer.
 *
 * @param url with {@code ${port}} open; null where the ready line tells it
 * @param start how the kit starts it; null where it runs already
 * @param folderReadBack where uploads can be seen in a folder, {@code ${folder}} open; null if not
 * @param tls what the kit trusts
 */
public record SubjectFile(
    String name,
    String url,
    StartSpec start,
    Map<String, Directory> directories,
    Set<String> capabilities,
    boolean httpReadBack,
    String folderReadBack,
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
   * @param folder what {@code ${folder}} stands for
   */
  public Subject at(URI at, Path folder) {
    Map<String, Directory> absolute = new HashMap<>();
    directories.forEach(
        (key, directory) ->
            absolute.put(
                key,
                new Directory(
                    key,
                    at.resolve(directory.path()).getRawPath(),
                    directory.settings(),
                    directory.credentials())));
    ReadBack readBack =
        folderReadBack != null
            ? new ReadBack(
                ReadBack.Kind.FOLDER,
                Path.of(folderReadBack.replace("${folder}", String.valueOf(folder))))
            : httpReadBack ? new ReadBack(ReadBack.Kind.HTTP, null) : ReadBack.TRY_HTTP;
    Set<String> all = new java.util.TreeSet<>(capabilities);
    if ("https".equals(at.getScheme())) {
      all.add(Words.TLS);
    }
    return new Subject(name, at, Map.copyOf(absolute), Set.copyOf(all), readBack, access);
  }
}
