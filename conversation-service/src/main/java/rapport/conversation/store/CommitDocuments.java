package rapport.conversation.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.conversation.reply.Reply;
import rapport.conversation.session.Commit;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Commits as documents. Events are stored under their wire names, so classes may be renamed. */
final class CommitDocuments {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final EventCodec<ConversationEvent> CODEC =
      new EventCodec<>(EventCatalog.CONVERSATION);

  /** The mode a commit switched to, with its workspace; absent in all others. */
  static final String SWITCHED = "switched";

  /** The workspace of a commit in which a colleague was called; absent in all others. */
  static final String CALLED = "called";

  private CommitDocuments() {}

  static String switched(String workspace, String mode) {
    return workspace + "/" + mode;
  }

  /** Marks of earlier commits of the conversation that a commit makes untrue. */
  static List<String> outdated(Commit commit) {
    return commit.events().stream()
        .<String>mapMulti((event, marks) -> {
          switch (event) {
            case ConversationEvent.ModeSwitched _ -> marks.accept(SWITCHED);
            case ConversationEvent.ColleagueCalled _, ConversationEvent.AgentJoined _ ->
                marks.accept(CALLED);
            default -> {}
          }
        })
        .distinct()
        .toList();
  }

  static Document write(Commit commit) {
    var events = new ArrayList<Document>();
    var rev = commit.firstRev();
    for (var event : commit.events()) {
      events.add(
          new Document("rev", rev++)
              .append("type", CODEC.nameOf(event))
              .append("data", new Document(JSON.convertValue(event, MAP))));
    }
    var document =
        new Document("_id", commit.id())
            .append("stream", commit.stream())
            .append("seq", commit.seq())
            .append("firstRev", commit.firstRev())
            .append("lastRev", commit.lastRev())
            .append("inputId", commit.inputId())
            .append("fingerprint", commit.fingerprint())
            .append("at", Date.from(commit.at()));
    for (var event : commit.events()) {
      if (event instanceof ConversationEvent.ModeSwitched(_, var mode, _)) {
        document.append(SWITCHED, switched(commit.workspace(), mode));
      }
      if (event instanceof ConversationEvent.ColleagueCalled(var reason) && reason != null) {
        document.append(CALLED, commit.workspace());
      }
    }
    putIfPresent(document, "actor", commit.actor());
    putIfPresent(document, "traceparent", commit.traceparent());
    document
        .append("input", new Document(commit.input()))
        .append("events", events)
        .append(
            "replies",
            commit.replies().stream()
                .map(reply -> new Document(JSON.convertValue(reply, MAP)))
                .toList())
        .append("answer", commit.answer());
    if (!commit.events().isEmpty()) {
      document.append("outbox", commit.id());
    }
    return document;
  }

  static Commit read(Document document) {
    var events = new ArrayList<ConversationEvent>();
    for (var event : document.getList("events", Document.class)) {
      var type =
          Objects.requireNonNull(
              EventCatalog.CONVERSATION.types().get(event.getString("type")),
              () -> "an event of unknown type " + event.getString("type"));
      events.add(JSON.convertValue(event.get("data", Document.class), type));
    }
    var replies =
        document.getList("replies", Document.class).stream()
            .map(reply -> JSON.convertValue(reply, Reply.class))
            .toList();
    return new Commit(
        document.getString("workspace"),
        document.getString("stream"),
        document.getLong("seq"),
        document.getLong("firstRev"),
        document.getString("inputId"),
        document.getString("fingerprint"),
        instant(document),
        document.getString("actor"),
        document.getString("traceparent"),
        document.get("input", Document.class),
        events,
        replies,
        document.getString("answer"));
  }

  static Instant instant(Document document) {
    return document.getDate("at").toInstant();
  }

  private static void putIfPresent(Document document, String key, @Nullable String value) {
    if (value != null) {
      document.append(key, value);
    }
  }

  /** The ids of commits in a row, and of the mark that says that the conversation was erased. */
  static List<String> ids(String workspace, String stream, long first, int count) {
    var ids = new ArrayList<String>();
    ids.add(Commit.id(workspace, stream, ConversationCommits.MARK));
    for (var seq = first; seq < first + count; seq++) {
      ids.add(Commit.id(workspace, stream, seq));
    }
    return ids;
  }
}
