package org.bitstck.prove;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;

/** Reads what a peer says of its defects: one JSON object a line. */
final class DefectReader {
  private final Peer peer;
  private final Catalogue catalogue;

  DefectReader(Peer peer, Catalogue catalogue) {
    this.peer = peer;
    this.catalogue = catalogue;
  }

  /**
   * @throws IOException if a line is none, speaks of a requirement that there is not, or comes
   *     twice; the message says which
   */
  List<Defect> read(List<String> lines) throws IOException {
    List<Defect> defects = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        Defect defect = read(line);
        if (!ids.add(defect.id())) {
          throw wrong("the defect '" + defect.id() + "' is listed twice");
        }
        defects.add(defect);
      }
    }
    return defects;
  }

  private Defect read(String line) throws IOException {
    JsonLine json;
    try {
      json = JsonLine.read(line);
    } catch (IOException e) {
      throw wrong(Lines.shown(line) + " is no JSON object in a line");
    }
    String id = word(json, "id", line);
    List<String> follows = json.texts("follows");
    Defect defect =
        new Defect(
            id,
            known(word(json, "requirement", line), id),
            peer,
            word(json, "sentence", line),
            follows == null ? Set.of() : new TreeSet<>(follows),
            json.has("why") && json.text("why") != null ? json.text("why") : "",
            profile(json, id));
    for (String follower : defect.follows()) {
      known(follower, id);
    }
    return defect;
  }

  private String word(JsonLine json, String word, String line) throws IOException {
    String text = json.text(word);
    if (text == null || text.isBlank()) {
      throw wrong(Lines.shown(line) + " has no '" + word + "'");
    }
    return text;
  }

  private String known(String requirement, String id) throws IOException {
    if (catalogue.find(requirement).isEmpty()) {
      throw wrong("the defect '" + id + "' speaks of '" + requirement + "', which is nowhere");
    }
    return requirement;
  }

  private Profile profile(JsonLine json, String id) throws IOException {
    String name = json.text("profile");
    try {
      return name == null ? Profile.INTEROP : Profile.of(name);
    } catch (IllegalArgumentException e) {
      throw wrong("the defect '" + id + "': " + e.getMessage());
    }
  }

  private IOException wrong(String what) {
    return new IOException("the list of defects of the " + peer.text() + ": " + what);
  }
}
