package org.bitstck.client.upload;

import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.RequestHead;

/**
 * The decisions of the protocol that are objects of their own, so that another one can stand around
 * each or take its place. Belongs to one upload.
 */
public interface Policies {
  /** What the protocol asks for. */
  Policies PROTOCOL = new Policies() {};

  /** Stands between the caller's options and the upload. */
  default UploadOptions options(UploadOptions wanted) {
    return wanted;
  }

  /** How the head of a request looks on the wire. */
  default RequestHead head(RequestHead head) {
    return head;
  }

  /** Stands around all requests and answers. */
  default Exchanges exchanges(Exchanges http, UploadOptions options) {
    return http;
  }

  /** Stands around the file. */
  default Source source(Source source, UploadState state) {
    return source;
  }

  /** Decides how much goes into a fragment. */
  default FragmentSizes sizes(FragmentSizes sizes, UploadState state) {
    return sizes;
  }

  /** Decides which host the packets go to. */
  default Hosts hosts(Hosts hosts, UploadState state) {
    return hosts;
  }

  /** Decides what becomes of failures. */
  default FailureRules failures(FailureRules rules) {
    return rules;
  }

  /** Finds out where a reply is. */
  default ReplyPlace replyPlace(ReplyPlace place) {
    return place;
  }

  /** Stands around the steps of the upload. */
  default Steps steps(Steps steps, Parts parts) {
    return steps;
  }

  /** Stands between the upload and what its caller is told. */
  default Outcome outcome(Outcome outcome) {
    return outcome;
  }
}
