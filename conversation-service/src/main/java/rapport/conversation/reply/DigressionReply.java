package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Agenda;
import rapport.conversation.flow.Field;
import rapport.conversation.reply.Part.Arg;

/** Answers what was said besides the answers: questions, remarks, wishes. */
final class DigressionReply {

  /** After so many tries at a question it is time to offer a way around it. */
  private static final int PATIENCE = 2;

  private final Happening happening;
  private final Parts parts;

  DigressionReply(Happening happening, Parts parts) {
    this.happening = happening;
    this.parts = parts;
  }

  /**
   * @param topic a kind, or a kind and a field's path with a colon between them
   */
  void to(String topic) {
    var colon = topic.indexOf(':');
    var kind = colon < 0 ? topic : topic.substring(0, colon);
    var named = colon < 0 ? null : topic.substring(colon + 1);
    var path = named == null ? askedFirst() : named;
    switch (kind) {
      case "why", "meaning" -> explain(path, kind.equals("why"));
      case "question", "other" -> {
        if (!happening.answersQuestion()) {
          parts.say("digression.question");
          explain(path, false);
        }
      }
      case "recap" -> recap(named);
      case "yes-or-no" -> parts.say("reask.yes_or_no");
      case "progress" -> progress();
      case "help", "handoff" -> parts.say("digression." + kind);
      case "greeting", "thanks", "praise", "farewell" -> parts.say("smalltalk." + kind);
      case "unfinished" -> unfinished();
      case "none-meant" -> parts.say("clarify.none");
      case "nothing-to-undo" -> parts.say("ack.nothing_to_undo");
      case "nothing-before" -> parts.say("back.nothing");
      case "unknown-place" -> parts.say("goto.unknown");
      case "same-language" -> parts.say("language.same", Map.of("language", language()));
      case "no-language" -> noLanguage(path == null ? "" : path);
      default -> parts.say(tries() > PATIENCE ? "reask.again" : "reask.not_understood");
    }
  }

  private @Nullable String askedFirst() {
    var asked = happening.before().interview().asked();
    return asked.isEmpty() ? null : asked.getFirst();
  }

  private void explain(@Nullable String path, boolean why) {
    if (path == null) {
      parts.say("digression.help");
    } else {
      parts.add(new Part.Explanation(path, why));
    }
  }

  /**
   * @param named the only field to tell about, or null for all
   */
  private void recap(@Nullable String named) {
    var items = new ArrayList<Arg.Value>();
    happening
        .definition()
        .fields()
        .filter(field -> !field.control() && !field.generated())
        .filter(field -> named == null || isMeant(field, named))
        .forEach(field -> {
          var value = happening.after().value(field.path());
          if (value != null) {
            items.add(new Arg.Value(field.path(), value));
          }
        });
    if (items.isEmpty() && named != null) {
      parts.say("digression.recap_unknown", Map.of("field", new Arg.Label(named)));
    } else if (items.isEmpty()) {
      parts.say("digression.recap_empty");
    } else {
      parts.say("digression.recap", Map.of("items", new Arg.Items(items)));
    }
  }

  /** Whoever asks about a row by its title wants to hear about all of it. */
  private boolean isMeant(Field field, String named) {
    var row = ItemPath.parse(named);
    var group = row.map(path -> happening.definition().groups().get(path.group()));
    return field.path().equals(named)
        || (group.isPresent()
            && group.get().titleOf(row.orElseThrow().item()).equals(named)
            && field.row().map(ItemPath::item).equals(row.map(ItemPath::item)));
  }

  private void noLanguage(String wanted) {
    parts.say(
        "language.unknown",
        Map.of(
            "language", new Arg.Language(wanted),
            "languages", new Arg.Languages(happening.definition().languages())));
  }

  private Arg language() {
    return new Arg.Language(happening.after().locale());
  }

  private void progress() {
    var progress = Progress.of(happening.definition(), happening.after());
    parts.say(
        "digression.progress",
        Map.of("done", new Arg.Count(progress.done()), "total", new Arg.Count(progress.total())));
  }

  private void unfinished() {
    var missing = Agenda.missing(happening.definition(), happening.before());
    parts.say("complete.missing", Map.of("fields", new Arg.Labels(missing)));
  }

  private int tries() {
    var interview = happening.after().interview();
    return interview.attempts(interview.asked());
  }
}
