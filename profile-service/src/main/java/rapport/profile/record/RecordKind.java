package rapport.profile.record;

import java.util.Arrays;

/** What conversations fill in here, each kind by a flow of its own. */
public enum RecordKind {
  PROFILE("customer-profile", "profile", "profiles"),
  BUYING_PROCESS("buying-process", "buying-process", "buying-processes");

  private final String flow;
  private final String one;
  private final String many;

  RecordKind(String flow, String one, String many) {
    this.flow = flow;
    this.one = one;
    this.many = many;
  }

  /** The kind of that {@linkplain #many() name}. */
  public static RecordKind named(String many) {
    return Arrays.stream(values())
        .filter(kind -> kind.many.equals(many))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there are no " + many));
  }

  /** The flow whose conversations build records of this kind. */
  public String flow() {
    return flow;
  }

  /** What one of them is called in codes, such as {@code buying-process}. */
  public String one() {
    return one;
  }

  /** What they are called in paths, and by the consumer group of their projection. */
  public String many() {
    return many;
  }
}
