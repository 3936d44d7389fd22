package rapport.profile.api;

import rapport.profile.record.Progress;

/** {@code done} of {@code total} fields that apply have a value. */
record Done(int done, int total) {

  static Done of(Progress progress) {
    return new Done(progress.done(), progress.total());
  }
}
