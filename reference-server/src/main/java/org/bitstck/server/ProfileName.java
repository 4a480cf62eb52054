package org.bitstck.server;

import org.bitstck.server.protocol.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a profile. */
final class ProfileName implements ITypeConverter<Profile> {
  @Override
  public Profile convert(String name) {
    return switch (name) {
      case "interop" -> Profile.INTEROP;
      case "strict" -> Profile.STRICT;
      case "win32" -> Profile.WIN32;
      default -> throw new TypeConversionException("not one of interop, strict, win32: " + name);
    };
  }
}
