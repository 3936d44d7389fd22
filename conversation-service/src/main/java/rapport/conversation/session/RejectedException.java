package rapport.conversation.session;

import java.util.List;

/** A command was refused; carries the decision's code and the fields concerned. */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;
  private final transient List<String> paths;

  RejectedException(String code, List<String> paths) {
    super(code, null, false, false);
    this.code = code;
    this.paths = List.copyOf(paths);
  }

  public String code() {
    return code;
  }

  public List<String> paths() {
    return paths;
  }
}
