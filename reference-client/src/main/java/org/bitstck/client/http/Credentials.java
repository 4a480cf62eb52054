package org.bitstck.client.http;

/** Who uploads. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return user;
  }
}
