package rapport.conversation.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer somebody gave, and what it should be understood to mean: one line of an evaluation
 * file.
 *
 * @param id what reports call it
 * @param segment {@code B2B}, {@code B2C}, or empty
 * @param asked the paths asked just then, as the flow has them; {@code buying_stages[].duration} is
 *     that of the row talked about
 * @param context what is known before: values by path, row titles by group, anything else as the
 *     workspace's context
 * @param acts what the person does, such as {@code fill} or {@code skip}; empty when not labelled
 * @param expected the values that must be written, by path; empty text for one that is emptied
 * @param locale BCP 47 tag
 */
record GuidedAnswer(
    String id,
    String flow,
    String segment,
    List<String> asked,
    Map<String, Object> context,
    String text,
    List<String> acts,
    Map<String, String> expected,
    String locale) {

  GuidedAnswer {
    asked = List.copyOf(asked);
    context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
    acts = List.copyOf(acts);
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
  }
}
