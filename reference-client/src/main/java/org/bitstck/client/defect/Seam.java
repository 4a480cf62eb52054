package org.bitstck.client.defect;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.FailureRules;
import org.bitstck.client.upload.Hosts;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** The places where a defect attaches, one policy each. */
final class Seam {
  private Seam() {}

  /** Something that stands around a part of an upload. */
  interface Around<T, C> {
    T around(T part, C context);
  }

  /** Reads an answer in another way. */
  interface Reader {
    Answer read(Request request, Answer answer) throws ExchangeFailure;
  }

  /** Packets of one type are sent in another form. */
  static Supplier<Policies> sent(PacketType type, UnaryOperator<Request> change) {
    return requests(
        (request, options) -> Traffic.is(request, type) ? change.apply(request) : request);
  }

  /** All packets are sent in another form. */
  static Supplier<Policies> sent(UnaryOperator<Request> change) {
    return requests(
        (request, options) -> Traffic.isPacket(request) ? change.apply(request) : request);
  }

  /** Requests of every kind are sent in another form. */
  static Supplier<Policies> requests(Around<Request, UploadOptions> change) {
    return exchanges(
        (http, options) ->
            new ExchangesFilter(http) {
              @Override
              Request sent(Request request) {
                return change.around(request, options);
              }
            });
  }

  /** Answers to packets of one type are read in another way. */
  static Supplier<Policies> read(PacketType type, Reader reader) {
    return read(
        (request, answer) -> Traffic.is(request, type) ? reader.read(request, answer) : answer);
  }

  /** Answers of every kind are read in another way. */
  static Supplier<Policies> read(Reader reader) {
    return exchanges(
        (http, options) ->
            new ExchangesFilter(http) {
              @Override
              Answer read(Request request, Answer answer) throws ExchangeFailure {
                return reader.read(request, answer);
              }
            });
  }

  static Supplier<Policies> exchanges(Around<Exchanges, UploadOptions> around) {
    return () ->
        new Policies() {
          @Override
          public Exchanges exchanges(Exchanges http, UploadOptions options) {
            return around.around(http, options);
          }
        };
  }

  /** The head of each request has another form on the wire. */
  static Supplier<Policies> head(UnaryOperator<RequestHead> change) {
    return () ->
        new Policies() {
          @Override
          public RequestHead head(RequestHead head) {
            return change.apply(head);
          }
        };
  }

  static Supplier<Policies> options(UnaryOperator<UploadOptions> change) {
    return () ->
        new Policies() {
          @Override
          public UploadOptions options(UploadOptions wanted) {
            return change.apply(wanted);
          }
        };
  }

  static Supplier<Policies> hosts(Around<Hosts, UploadState> around) {
    return () ->
        new Policies() {
          @Override
          public Hosts hosts(Hosts hosts, UploadState state) {
            return around.around(hosts, state);
          }
        };
  }

  static Supplier<Policies> failures(UnaryOperator<FailureRules> around) {
    return () ->
        new Policies() {
          @Override
          public FailureRules failures(FailureRules rules) {
            return around.apply(rules);
          }
        };
  }

  static Supplier<Policies> steps(Around<Steps, Parts> around) {
    return () ->
        new Policies() {
          @Override
          public Steps steps(Steps steps, Parts parts) {
            return around.around(steps, parts);
          }
        };
  }

  /** The caller is told something else. */
  static Supplier<Policies> told(UnaryOperator<Outcome> change) {
    return () ->
        new Policies() {
          @Override
          public Outcome outcome(Outcome outcome) {
            return change.apply(outcome);
          }
        };
  }
}
