package rapport.profile.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies clients send about people. */
final class PersonRequests {

  private PersonRequests() {}

  record LeafEdits(@Nullable List<LeafEdit> edits) {}

  /**
   * @param mutationId the client's id, handed back with the result
   * @param value the new value, or {@code null} to say that nothing known there is true; it must be
   *     there
   * @param baseRev the person's revision that was shown when the edit began
   */
  record LeafEdit(
      @Nullable String mutationId,
      @Nullable String path,
      @Nullable JsonNode value,
      @Nullable Long baseRev) {}

  /** A leaf, such as {@code company.size}. */
  record AtPath(@Nullable String path) {}

  /** Another person, by id. */
  record Other(@Nullable String other) {}
}
