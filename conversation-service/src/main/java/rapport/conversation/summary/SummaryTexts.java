package rapport.conversation.summary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How highlights of the records of one flow are told in one language.
 *
 * @param kindField the field that says which kind of text is wanted, or null when there is one kind
 * @param kinds by that field's value; the first is written when it has none
 * @param focuses by the name people pick them by
 * @param onlyName said when nothing but the name is known
 * @param nothing said when not even the name is
 */
public record SummaryTexts(
    Voice voice,
    @Nullable String kindField,
    Map<String, Kind> kinds,
    Map<String, Focus> focuses,
    Pattern onlyName,
    String nothing) {

  /**
   * A kind of text.
   *
   * @param most how many sentences it may have, without one that closes it
   * @param addressed whether it speaks to the person, so that no words about a third person fit
   */
  public record Kind(int most, boolean addressed, List<Topic> topics) {
    public Kind {
      topics = List.copyOf(topics);
    }

    /** The place of one of the topics among them. */
    int orderOf(Topic wanted) {
      return IntStream.range(0, topics.size())
          .filter(i -> topics.get(i).id().equals(wanted.id()))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * What a text can concentrate on.
   *
   * @param words other names for it
   * @param paths the fields it is about
   */
  public record Focus(List<String> words, Set<String> paths) {
    public Focus {
      words = List.copyOf(words);
      paths = Set.copyOf(paths);
    }
  }
}
