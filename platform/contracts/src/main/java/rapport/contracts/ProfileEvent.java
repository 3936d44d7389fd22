package rapport.contracts;

import java.util.List;

/** Published on {@code rapport.profile.events}, keyed by workspace and profile. */
public sealed interface ProfileEvent {

  /** A customer profile exists; its id is that of the conversation it is built by. */
  record ProfileStarted(String flow) implements ProfileEvent {}

  /** The fields named have other values than before. */
  record ProfileChanged(List<String> paths) implements ProfileEvent {
    public ProfileChanged {
      paths = List.copyOf(paths);
    }
  }

  record ProfileCompleted() implements ProfileEvent {}

  record ProfileReopened() implements ProfileEvent {}
}
