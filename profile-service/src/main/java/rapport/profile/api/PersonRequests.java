package rapport.profile.api;

import java.time.Instant;
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

  /**
   * They agreed to something, or took it back.
   *
   * @param id the client's, so that the same line told again is not a second one; made when absent
   * @param purpose {@code chat}, {@code profiling}, {@code crm}, {@code model} or {@code marketing}
   * @param granted false when they took it back
   * @param text name and version of the text it is about; needed to grant
   * @param locale the language the text was in
   * @param source {@code colleague} when absent, {@code form}, {@code api} or {@code import}
   * @param where in the source, such as the address of a form
   * @param at when they said so; now when absent
   */
  record Consent(
      @Nullable String id,
      @Nullable String purpose,
      @Nullable Boolean granted,
      @Nullable String text,
      @Nullable String locale,
      @Nullable String source,
      @Nullable String where,
      @Nullable Instant at) {}

  /** Another person, by id. */
  record Other(@Nullable String other) {}
}
