package org.bitstck.server.http;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bitstck.server.access.Users;
import org.bitstck.server.observe.Exchange;
import org.bitstck.server.upload.PacketReceiver;

/** What all connections share; see {@link HttpServer.Parts}. */
record ConnectionParts(
    PacketReceiver packets,
    PlainRequests plainRequests,
    Supplier<Users> users,
    Executor passwords,
    Consumer<Exchange> observer,
    Timeouts timeouts,
    boolean tls) {}
