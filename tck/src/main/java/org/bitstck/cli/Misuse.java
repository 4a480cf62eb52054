package org.bitstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** What broke that is no fault of the kit, in one line for the user. */
final class Misuse {
  private Misuse() {}

  /** Empty if the kit is at fault. */
  static Optional<String> of(Throwable thrown) {
    if (thrown instanceof UserError) {
      return Optional.of(thrown.getMessage());
    }
    if (thrown instanceof UncheckedIOException && thrown.getCause() != null) {
      return of(thrown.getCause());
    }
    return thrown instanceof FileSystemException file
        ? Optional.of("'" + file.getFile() + "': " + why(file))
        : Optional.empty();
  }

  /** Why a file could not be read or written. The JDK's message is often the path alone. */
  static String why(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file is where a folder should be";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a folder is where a file should be";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason();
    }
    return e.getMessage();
  }
}
