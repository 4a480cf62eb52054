package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;

/** Back to the original host: in time, and only if the server said when. */
final class FallbackDefects {
  private FallbackDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-HOST-004/never",
            "It stays with another host however long that fails.",
            Seam.hosts(
                (hosts, state) ->
                    new HostsFilter(hosts) {
                      @Override
                      public boolean failed() {
                        return false;
                      }

                      @Override
                      public long remainingMillis() {
                        return Long.MAX_VALUE;
                      }
                    })),
        defect(
            "BITS-CLI-HOST-004/at-once",
            "It leaves another host with a time-out at the first failure.",
            Seam.hosts(
                (hosts, state) ->
                    new HostsFilter(hosts) {
                      @Override
                      public boolean failed() {
                        if (state.host() != null && state.fallbackSeconds() >= 0) {
                          state.leaveAlternateHost();
                          return true;
                        }
                        return super.failed();
                      }
                    })),
        defect(
            "BITS-CLI-HOST-005/own-time-out",
            "Another host without a time-out is left at the first failure.",
            Seam.hosts(
                (hosts, state) ->
                    new HostsFilter(hosts) {
                      @Override
                      public boolean failed() {
                        if (state.host() != null && state.fallbackSeconds() < 0) {
                          state.leaveAlternateHost();
                          return true;
                        }
                        return super.failed();
                      }
                    })),
        defect(
            "BITS-CLI-HOST-006/runs-on",
            "The time-out counts from the first failure of another host, whatever it did since.",
            Seam.hosts(
                (hosts, state) ->
                    new HostsFilter(hosts) {
                      @Override
                      public void worked() {
                        // the clock runs on
                      }
                    })));
  }
}
