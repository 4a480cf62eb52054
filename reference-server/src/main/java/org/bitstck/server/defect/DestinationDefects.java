package org.bitstck.server.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.directory.Overwrite;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;
import org.bitstck.server.upload.AccessCheck;

/** Mistakes with the place to which an upload goes, and with who may use it. */
final class DestinationDefects {
  private DestinationDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-CREATE-016/names-the-file",
            "The file is published under the Content-Name of CLOSE-SESSION.",
            Change.step(
                PacketType.CLOSE_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      String name =
                          packet.headers().get("Content-Name", "").replaceAll(".*[/\\\\]", "");
                      return step.receive(
                          packet,
                          name.isEmpty()
                              ? destination
                              : at(destination, destination.file().resolveSibling(name)),
                          user);
                    })),
        Defect.of(
            "BITS-SRV-CREATE-017/makes-folders",
            "A folder that is missing is made.",
            Change.step(
                PacketType.CREATE_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      try {
                        Files.createDirectories(destination.file().getParent());
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-CREATE-017/fails-at-the-end",
            "That a folder is missing is only seen at CLOSE-SESSION.",
            Change.step(
                PacketType.CREATE_SESSION,
                (step, sessions) ->
                    (packet, destination, user) ->
                        step.receive(
                            packet,
                            Files.isDirectory(destination.file().getParent())
                                ? destination
                                : at(
                                    destination,
                                    destination.directory().folder().resolve("missing")),
                            user))),
        Defect.of(
            "BITS-SRV-CREATE-020/moved-aside",
            "An existing file is moved aside while its successor is uploaded.",
            DestinationDefects::movedAside),
        Defect.of(
            "BITS-SRV-ERR-004/replaced",
            "A file that may not be overwritten is replaced.",
            policies ->
                policies.destinations(
                    changed(policies, destination -> overwriting(destination, Overwrite.ALLOW)))),
        Defect.of(
            "BITS-SRV-ERR-004/nothing-taken",
            "Where files may not be overwritten, new ones are refused as well.",
            Change.step(
                PacketType.CREATE_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      if (destination.directory().overwrite() == Overwrite.REFUSE) {
                        throw Refusal.server(403, HResult.ACCESS_DENIED, "write-protected");
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-ERR-005/ignored",
            "Who may upload is not looked at.",
            ignoredAccess(HResult.ACCESS_DENIED)),
        Defect.of(
            "BITS-SRV-ERR-005/not-found",
            "A client that may not upload is told that there is nothing.",
            refusedAccess(403, Refusal.server(404, HResult.PATH_NOT_FOUND, "hidden"))),
        Defect.of(
            "BITS-SRV-ERR-006/forbidden",
            "Where uploads are not enabled, 403 is answered, as if a permission were missing.",
            refusedAccess(501, Refusal.server(403, HResult.ACCESS_DENIED, "no uploads"))),
        Defect.of(
            "BITS-SRV-ERR-015/file-in-the-directory",
            "An upload to a directory becomes a file in it.",
            policies ->
                policies.destinations(
                    changed(
                        policies,
                        destination ->
                            destination.folder()
                                ? at(destination, destination.file().resolve("upload"))
                                : destination))),
        Defect.<Policies>of(
                "BITS-SRV-CONFIG-002/everywhere",
                "Uploads work in every directory, enabled or not.",
                policies -> {
                  AccessCheck right = policies.uploads().access();
                  policies.access(
                      (destination, user) -> {
                        if (destination == null || destination.directory().uploads()) {
                          right.check(destination, user);
                        }
                      });
                })
            .follows("nothing is refused there", "BITS-SRV-ERR-006"),
        Defect.of(
            "BITS-SRV-CONFIG-002/way-out",
            "The directory of a URL is known by how its path begins, and dots lead out of it.",
            policies -> policies.destinations(DestinationDefects::byBeginning)),
        Defect.of(
            "BITS-SRV-CONFIG-005/scripts-taken",
            "A directory whose files can be run takes uploads.",
            ignoredAccess(HResult.SERVER_EXECUTE_ENABLED)),
        Defect.of(
            "BITS-SRV-CONFIG-001/sessions-survive",
            "The sessions of a directory survive when uploads are switched off.",
            policies -> policies.homes(Directories::of)));
  }

  private static Destination at(Destination destination, Path file) {
    return new Destination(destination.directory(), destination.url(), file, false);
  }

  private static Destination overwriting(Destination destination, Overwrite overwrite) {
    return new Destination(
        destination.directory().overwriting(overwrite),
        destination.url(),
        destination.file(),
        destination.folder());
  }

  private static Destination.Finder changed(Policies policies, UnaryOperator<Destination> change) {
    Destination.Finder right = policies.uploads().destinations();
    return (directories, target) -> {
      Destination found = right.find(directories, target);
      return found == null ? null : change.apply(found);
    };
  }

  private static Destination byBeginning(Directories directories, RequestTarget target)
      throws Refusal {
    if (!target.segments().contains("..")) {
      return directories.find(target);
    }
    Directory directory = directories.of(target.path());
    if (directory == null) {
      return null;
    }
    Path file = directory.folder();
    int prefix = directory.segments().size();
    for (String segment : target.segments().subList(prefix, target.segments().size())) {
      file = file.resolve(segment).normalize();
    }
    // never out of the server's own root, which is the operator's
    return file.startsWith(directory.storeRoot())
        ? new Destination(
            directory.over(directory.storeRoot()), target.path(), file, target.folder())
        : directories.find(target);
  }

  /** A refusal with 403 that nobody looks at. */
  private static Consumer<Policies> ignoredAccess(HResult reason) {
    return policies -> {
      AccessCheck right = policies.uploads().access();
      policies.access(
          (destination, user) -> {
            try {
              right.check(destination, user);
            } catch (Refusal refusal) {
              if (refusal.status() != 403 || refusal.hresult() != reason) {
                throw refusal;
              }
            }
          });
    };
  }

  private static Consumer<Policies> refusedAccess(int status, Refusal instead) {
    return policies -> {
      AccessCheck right = policies.uploads().access();
      policies.access(
          (destination, user) -> {
            try {
              right.check(destination, user);
            } catch (Refusal refusal) {
              throw refusal.status() == status && refusal.hresult() == HResult.ACCESS_DENIED
                  ? instead
                  : refusal;
            }
          });
    };
  }

  private static void movedAside(Policies policies) {
    Map<Path, Path> aside = new ConcurrentHashMap<>();
    policies.aroundSteps(
        (type, step, sessions) ->
            (packet, destination, user) -> {
              Path file = destination.file();
              boolean ends = type == PacketType.CLOSE_SESSION || type == PacketType.CANCEL_SESSION;
              boolean opens =
                  type == PacketType.CREATE_SESSION
                      && destination.directory().overwrite() == Overwrite.ALLOW
                      && Files.isRegularFile(file);
              if (opens && !aside.containsKey(file)) {
                Path place = file.resolveSibling(file.getFileName() + ".old");
                move(file, place);
                aside.put(file, place);
              }
              return Receptions.map(
                  step.receive(packet, destination, user),
                  ack -> {
                    Path old = ends ? aside.remove(file) : null;
                    if (old != null && !Files.exists(file)) {
                      move(old, file);
                    }
                    return ack;
                  });
            });
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
