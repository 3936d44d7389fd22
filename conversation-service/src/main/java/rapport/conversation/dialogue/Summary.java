package rapport.conversation.dialogue;

import java.util.List;

/**
 * A drafted summary.
 *
 * @param focus what it concentrates on
 * @param basis the revision whose values it was drafted from
 * @param outdated whether those values have changed since
 */
public record Summary(String text, List<String> focus, long basis, boolean outdated) {
  public Summary {
    focus = List.copyOf(focus);
  }
}
