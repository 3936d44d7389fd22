package rapport.conversation.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.conversation.reply.Action;
import tools.jackson.databind.JsonNode;

/** The bodies clients send. */
public final class Requests {

  private Requests() {}

  /**
   * @param flow such as {@code customer-profile}
   * @param locale BCP 47 tag; English when absent
   * @param context what the workspace already knows, by the flow's context entries
   */
  record Start(
      @Nullable String flow, @Nullable String locale, @Nullable Map<String, Object> context) {}

  /**
   * @param messageId the client's id; the same again gets the same answer
   * @param text what the person wrote, or the label of the button tapped
   * @param action what the button tapped carries
   */
  public record Message(
      @Nullable String messageId, @Nullable String text, @Nullable Action action) {}

  /**
   * @param messageId the client's id; the same again gets the same answer
   */
  record AgentMessage(@Nullable String messageId, @Nullable String text) {}

  record Edits(@Nullable List<Edit> edits) {}

  /**
   * @param mutationId the client's id; the same again gets the same result
   * @param value the new value, or {@code null} to empty the field; it must be there
   * @param baseRev the revision the panel showed when the edit began
   */
  record Edit(
      @Nullable String mutationId,
      @Nullable String path,
      @Nullable JsonNode value,
      @Nullable Long baseRev) {}

  /**
   * @param group such as {@code buying_stages}
   * @param mutationId the client's id; the same again gets the same result
   * @param index where the row goes, from 0; the end when absent
   */
  record NewItem(@Nullable String group, @Nullable String mutationId, @Nullable Integer index) {}

  /**
   * @param mutationId the client's id; made up when absent
   * @param index the row's new place, from 0
   */
  record Move(@Nullable String mutationId, @Nullable Integer index) {}

  /**
   * @param messageId the message to take back; the same again gets the same answer
   */
  record Undo(@Nullable String messageId) {}

  record Summary(@Nullable List<String> focus) {}
}
