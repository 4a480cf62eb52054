package org.bitstck.server.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and passwords for Basic authentication (RFC 7617), out of a file as {@code htpasswd -B}
 * writes it. A bcrypt check is slow on purpose, so credentials that were right once are remembered,
 * under a keyed digest.
 */
public final class Users {
  /** Nobody is known. */
  public static final Users NONE = new Users(Map.of());

  private static final int REMEMBERED = 10_000;
  private static final String SCHEME = "Basic ";

  private final Map<String, byte[]> hashes;
  private final Map<String, String> right = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  private Users(Map<String, byte[]> hashes) {
    this.hashes = hashes;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /**
   * Reads a file of {@code name:hash} lines; empty lines and those that begin with {@code #} are
   * left out.
   *
   * @throws IOException if it cannot be read, or if a line is something else; the message has the
   *     line
   */
  public static Users read(Path file) throws IOException {
    Map<String, byte[]> hashes = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String hash = line.substring(colon + 1).strip();
      if (colon < 1 || !hash.matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
        throw new IOException(
            file + ":" + number + ":1: not a line as 'htpasswd -B' writes it (name:$2y$...)");
      }
      hashes.put(line.substring(0, colon), hash.getBytes(StandardCharsets.US_ASCII));
    }
    return new Users(hashes);
  }

  /**
   * The user of an Authorization header, as far as that can be told at once: where there are no
   * users, nobody makes the server work by sending passwords.
   *
   * @param header null if there is none
   * @return null if {@link #check} has to decide; empty if nobody is logged in
   */
  public Optional<String> known(String header) {
    if (header == null
        || hashes.isEmpty()
        || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String user = right.get(digest(header));
    return user == null ? null : Optional.of(user);
  }

  /**
   * Checks an Authorization header of which {@link #known} could not tell; takes long.
   *
   * @return empty if nobody is logged in
   */
  public Optional<String> check(String header) {
    Optional<String> known = known(header);
    if (known != null) {
      return known;
    }
    String credentials;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      credentials = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = credentials.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String user = credentials.substring(0, colon);
    byte[] password = credentials.substring(colon + 1).getBytes(StandardCharsets.UTF_8);
    // a name that is unknown takes as long, so that the time tells nothing about names
    byte[] hash = hashes.getOrDefault(user, hashes.values().iterator().next());
    if (!verify(password, hash) || !hashes.containsKey(user)) {
      return Optional.empty();
    }
    if (right.size() >= REMEMBERED) {
      right.clear();
    }
    right.put(digest(header), user);
    return Optional.of(user);
  }

  private static boolean verify(byte[] password, byte[] hash) {
    try {
      return BCrypt.verifyer().verify(password, hash).verified;
    } catch (IllegalArgumentException e) {
      // longer than bcrypt can take: nobody has such a password
      return false;
    }
  }

  private String digest(String header) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(header.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
