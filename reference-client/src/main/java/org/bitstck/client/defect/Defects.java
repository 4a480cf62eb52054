package org.bitstck.client.defect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/** All mistakes that the client can be told to make. Only who tests a test kit wants them. */
public final class Defects {
  private Defects() {}

  /** In the order of the protocol. */
  public static List<Defect> all() {
    List<Defect> all = new ArrayList<>();
    all.addAll(HttpDefects.all());
    all.addAll(ConnectionDefects.all());
    all.addAll(CredentialDefects.all());
    all.addAll(SessionDefects.all());
    all.addAll(CreateDefects.all());
    all.addAll(PingDefects.all());
    all.addAll(FragmentDefects.all());
    all.addAll(OffsetDefects.all());
    all.addAll(SizeDefects.all());
    all.addAll(CloseDefects.all());
    all.addAll(CancelDefects.all());
    all.addAll(SuspendDefects.all());
    all.addAll(LostSessionDefects.all());
    all.addAll(ErrorDefects.all());
    all.addAll(TransportDefects.all());
    all.addAll(HostDefects.all());
    all.addAll(FallbackDefects.all());
    all.addAll(ReplyDefects.all());
    all.addAll(RangeDefects.all());
    all.addAll(DownloadDefects.all());
    return all;
  }

  /**
   * Finds a defect.
   *
   * @param id of a defect, or of a requirement for the first one that breaks it
   * @throws IllegalArgumentException if there is none; names the nearest one
   */
  public static Defect of(String id) {
    List<Defect> all = all();
    for (Defect defect : all) {
      if (defect.id().equals(id) || defect.requirement().equals(id)) {
        return defect;
      }
    }
    ToIntFunction<Defect> far =
        defect -> Math.min(distance(id, defect.id()), distance(id, defect.requirement()));
    Defect near = all.stream().min(Comparator.comparingInt(far)).orElseThrow();
    boolean requirement = distance(id, near.requirement()) < distance(id, near.id());
    throw new IllegalArgumentException(
        "there is no defect '"
            + id
            + "'; the nearest is '"
            + (requirement ? near.requirement() : near.id())
            + "', and --list-defects names them all");
  }

  /** How many letters have to be changed, put in or left out. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int above = row[j];
        boolean same =
            Character.toUpperCase(one.charAt(i - 1)) == Character.toUpperCase(other.charAt(j - 1));
        row[j] = Math.min(Math.min(row[j - 1], above) + 1, corner + (same ? 0 : 1));
        corner = above;
      }
    }
    return row[other.length()];
  }
}
