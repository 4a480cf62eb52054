package org.bitstck.engine;

/**
 * What a run of one shard was a part of.
 *
 * @param selected scenarios of all shards together
 * @param suite scenarios that there are, selected or not
 */
public record Share(Shard shard, int selected, int suite) {
  /** How a run says that it was a shard and no more. */
  public static final String ONLY = "Only shard ";
}
