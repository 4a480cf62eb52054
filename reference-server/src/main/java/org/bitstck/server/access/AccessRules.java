package org.bitstck.server.access;

import java.util.Set;

/**
 * Who may use a directory.
 *
 * @param authentication whether every request needs a user's name and password
 * @param uploaders who may upload; null: everyone who gets that far
 */
public record AccessRules(boolean authentication, Set<String> uploaders) {
  /** Everyone may do everything. */
  public static final AccessRules OPEN = new AccessRules(false, null);

  /**
   * Whether a user may upload.
   *
   * @param user null if nobody is logged in
   */
  public boolean mayUpload(String user) {
    return uploaders == null || (user != null && uploaders.contains(user));
  }
}
