package rapport.conversation.summary;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something a text can speak of, in one sentence.
 *
 * @param id stable name
 * @param part topics of the same part share a paragraph
 * @param weight how much it matters; 0 when only a focus makes it worth a sentence
 * @param place where it stands
 * @param focus the focus without which it is left out, or null
 * @param unless the topic that says the same better, or null
 * @param say the sentences to choose from
 */
public record Topic(
    String id,
    String part,
    int weight,
    Place place,
    @Nullable String focus,
    @Nullable String unless,
    List<Pattern> say) {

  /** Where in a text a topic stands. */
  public enum Place {
    FIRST,
    ANYWHERE,
    LAST
  }

  public Topic {
    say = List.copyOf(say);
  }

  Stream<String> paths() {
    return say.stream().flatMap(Pattern::paths);
  }
}
