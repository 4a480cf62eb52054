package org.bitstck.client.driver;

import org.bitstck.client.defect.Defect;
import org.bitstck.client.defect.Defects;
import org.bitstck.client.upload.Policies;

/** How the uploads of a driver behave: as the protocol wants it, or with a defect. */
public abstract class Conduct {
  /** All uploads are correct. */
  public static final Conduct CORRECT =
      new Conduct() {
        @Override
        Policies of(String defect) {
          if (defect != null) {
            throw new IllegalArgumentException(
                "'defect' is no word of an order; it is with --driver --defects");
          }
          return Policies.PROTOCOL;
        }
      };

  private Conduct() {}

  /** All uploads have that defect. */
  public static Conduct with(Defect defect) {
    return new Conduct() {
      @Override
      Policies of(String other) {
        CORRECT.of(other);
        return defect.policies().get();
      }
    };
  }

  /** Each order says which defect it wants, or none. */
  public static Conduct asOrdered() {
    return new Conduct() {
      @Override
      Policies of(String defect) {
        return defect == null ? Policies.PROTOCOL : Defects.of(defect).policies().get();
      }

      @Override
      boolean takesDefects() {
        return true;
      }
    };
  }

  /**
   * What an order wants.
   *
   * @param defect null for none
   * @throws IllegalArgumentException if it cannot be had
   */
  abstract Policies of(String defect);

  /** Whether orders may name defects. */
  boolean takesDefects() {
    return false;
  }
}
