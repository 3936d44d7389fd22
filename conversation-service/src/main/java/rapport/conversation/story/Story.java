package rapport.conversation.story;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in one language: what people do, step by step, and what has to come of it.
 *
 * @param name what it tells, in a sentence
 * @param flow the flow's name
 * @param version of the flow; null for the latest
 * @param locale BCP 47 tag of the language it is held in
 * @param context what the workspace knows when it begins
 * @param begins what has to come of the beginning
 */
record Story(
    String name,
    String flow,
    @Nullable Integer version,
    String locale,
    Map<String, Object> context,
    List<Expected> begins,
    List<Step> steps) {

  Story {
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    begins = List.copyOf(begins);
    steps = List.copyOf(steps);
  }

  /**
   * @param line where it stands in its file, from 1; 0 when it comes from no file
   */
  record Step(int line, Gesture gesture, List<Expected> expected) {
    Step {
      expected = List.copyOf(expected);
    }
  }
}
