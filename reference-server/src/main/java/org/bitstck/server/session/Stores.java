package org.bitstck.server.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stores of unfinished uploads: one for each root folder, so that publishing never crosses a
 * file system.
 */
public final class Stores {
  private final Map<Path, SessionStore> stores = new ConcurrentHashMap<>();
  private final Durability durability;
  private final SessionStore.Maker maker;

  public Stores(Durability durability, SessionStore.Maker maker) {
    this.durability = durability;
    this.maker = maker;
  }

  /** The store in a root folder; made if there is none yet. */
  public SessionStore at(Path root) throws IOException {
    try {
      return stores.computeIfAbsent(root, this::make);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private SessionStore make(Path root) {
    try {
      return maker.make(root, durability);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Collection<SessionStore> all() {
    return stores.values();
  }
}
