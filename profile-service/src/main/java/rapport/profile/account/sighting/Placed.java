package rapport.profile.account.sighting;

import java.util.List;

/** What became of a sighting. */
public sealed interface Placed {

  /** An account has what it says. */
  record Done() implements Placed {}

  /**
   * There is no account for it yet.
   *
   * @param wants as soon as one of these has a place, this may have one; see {@link Wanted}
   */
  record Waiting(List<String> wants) implements Placed {
    public Waiting {
      wants = List.copyOf(wants);
    }
  }

  /** It cannot be taken as it is. */
  record Refused(String code, String detail) implements Placed {}
}
