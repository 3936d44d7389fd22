package rapport.health.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import rapport.health.usage.ConversationUsage;
import rapport.health.usage.DayUsage;

/** Usage as documents and back; a day is text such as {@code 2026-03-01}, which sorts by date. */
final class UsageDocuments {

  private UsageDocuments() {}

  static Document of(ConversationUsage usage) {
    return new Document("startedOn", text(usage.startedOn()))
        .append("completedOn", text(usage.completedOn()))
        .append("days", usage.byDay().entrySet().stream().map(UsageDocuments::day).toList());
  }

  static ConversationUsage view(Document document) {
    var turns = new TreeMap<LocalDate, Long>();
    for (var day : document.getList("days", Document.class)) {
      if (day.getLong("turns") > 0) {
        turns.put(LocalDate.parse(day.getString("day")), day.getLong("turns"));
      }
    }
    return new ConversationUsage(
        date(document.getString("startedOn")), date(document.getString("completedOn")), turns);
  }

  private static Document day(Map.Entry<LocalDate, DayUsage> entry) {
    return new Document("day", entry.getKey().toString()).append("turns", entry.getValue().turns());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static @Nullable LocalDate date(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }
}
