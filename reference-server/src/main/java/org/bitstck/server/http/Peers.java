package org.bitstck.server.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import org.bitstck.server.protocol.Peer;

/** Tells who is at the other end of a channel. */
public final class Peers {
  private Peers() {}

  static Peer of(Channel channel, boolean tls) {
    InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
    InetSocketAddress local = (InetSocketAddress) channel.localAddress();
    return new Peer(remote.getAddress().getHostAddress(), tls ? "https" : "http", authority(local));
  }

  /** Host and port as they stand in a URL. */
  public static String authority(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }
}
