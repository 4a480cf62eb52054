package org.bitstck.client.upload;

import org.bitstck.client.http.Exchanges;

/**
 * What an upload works with.
 *
 * @param http sends requests of every kind
 * @param packets sends those of the protocol
 */
public record Parts(
    UploadOptions options,
    UploadState state,
    UploadListener listener,
    Exchanges http,
    Packets packets,
    Hosts hosts,
    FragmentSizes sizes,
    Source source,
    FailureRules failures,
    ReplyPlace replyPlace) {}
