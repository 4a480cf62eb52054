package org.bitstck.server;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks the name of a profile. */
final class ProfileName implements ITypeConverter<String> {
  @Override
  public String convert(String name) {
    if (!Set.of("interop", "strict", "win32").contains(name)) {
      throw new TypeConversionException("not one of interop, strict, win32: " + name);
    }
    return name;
  }
}
