package org.bitstck.play;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads one package of the kit together with libraries that lie beside the jar, so that a start
 * that does not need them does not pay for them.
 */
public final class BesideLoader extends URLClassLoader {
  private final String ownPackage;

  private BesideLoader(URL[] urls, String ownPackage) {
    super(urls, BesideLoader.class.getClassLoader());
    this.ownPackage = ownPackage + ".";
  }

  /**
   * A loader for a package of the kit.
   *
   * @param folder name below {@code lib/}; where it is missing, as in a development tree, the kit's
   *     own class path serves
   */
  public static ClassLoader of(String ownPackage, String folder) throws IOException {
    try {
      URI own = BesideLoader.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path libraries = Path.of(own).resolveSibling("lib").resolve(folder);
      if (!Files.isDirectory(libraries) || Files.isDirectory(Path.of(own))) {
        return BesideLoader.class.getClassLoader();
      }
      List<URL> urls = new ArrayList<>();
      urls.add(own.toURL());
      try (Stream<Path> jars = Files.list(libraries)) {
        for (Path jar : (Iterable<Path>) jars.sorted()::iterator) {
          urls.add(jar.toUri().toURL());
        }
      }
      return new BesideLoader(urls.toArray(URL[]::new), ownPackage);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(ownPackage)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : findClass(name);
    }
  }
}
