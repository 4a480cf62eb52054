package org.bitstck.client.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;

/** Digest access authentication with quality "auth". Source: RFC 7616. */
final class Digest {
  private final Map<String, String> challenge;
  private final String algorithm;
  private int count;

  private Digest(Map<String, String> challenge, String algorithm) {
    this.challenge = challenge;
    this.algorithm = algorithm;
  }

  /** Null if the challenge wants something that is not supported. */
  static Digest of(Map<String, String> challenge) {
    String name = challenge.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
    String algorithm =
        switch (name) {
          case "MD5", "MD5-SESS" -> "MD5";
          case "SHA-256", "SHA-256-SESS" -> "SHA-256";
          default -> null;
        };
    boolean quality =
        !challenge.containsKey("qop")
            || (" " + challenge.get("qop") + ",").matches(".*[ ,]auth[ ,].*");
    return algorithm != null && quality && challenge.containsKey("nonce")
        ? new Digest(challenge, algorithm)
        : null;
  }

  String authorization(Credentials who, String method, String target) {
    String realm = challenge.getOrDefault("realm", "");
    String nonce = challenge.get("nonce");
    byte[] random = new byte[12];
    new SecureRandom().nextBytes(random);
    String own = hex(random);
    String number = String.format("%08x", ++count);
    String secret = hash(who.user() + ":" + realm + ":" + who.password());
    if (challenge.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT).endsWith("-SESS")) {
      secret = hash(secret + ":" + nonce + ":" + own);
    }
    String request = hash(method + ":" + target);
    boolean quality = challenge.containsKey("qop");
    String response =
        quality
            ? hash(secret + ":" + nonce + ":" + number + ":" + own + ":auth:" + request)
            : hash(secret + ":" + nonce + ":" + request);
    StringBuilder text = new StringBuilder("Digest ");
    text.append("username=").append(quoted(who.user()));
    text.append(", realm=").append(quoted(realm)).append(", nonce=").append(quoted(nonce));
    text.append(", uri=")
        .append(quoted(target))
        .append(", response=\"")
        .append(response)
        .append('"');
    if (challenge.containsKey("algorithm")) {
      text.append(", algorithm=").append(challenge.get("algorithm"));
    }
    if (challenge.containsKey("opaque")) {
      text.append(", opaque=").append(quoted(challenge.get("opaque")));
    }
    if (quality
        || challenge.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT).endsWith("-SESS")) {
      text.append(", cnonce=\"").append(own).append('"');
    }
    if (quality) {
      text.append(", qop=auth, nc=").append(number);
    }
    return text.toString();
  }

  private String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return hex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
