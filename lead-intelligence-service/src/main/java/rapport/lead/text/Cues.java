package rapport.lead.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Phrases to look for, in {@link Lists} of regular expressions. Case does not matter, and a phrase
 * is found only as whole words.
 */
public final class Cues {

  private final Map<String, Pattern> lists;

  private Cues(Map<String, Pattern> lists) {
    this.lists = lists;
  }

  /**
   * Reads a resource.
   *
   * @throws IllegalArgumentException when a phrase stands before the first name
   */
  public static Cues read(String resource) {
    var lists = new LinkedHashMap<String, Pattern>();
    Lists.read(resource).forEach((list, phrases) -> lists.put(list, anyOf(phrases)));
    return new Cues(lists);
  }

  /** Any of these regular expressions, as whole words and in any case. */
  public static Pattern anyOf(List<String> phrases) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?:" + String.join("|", phrases) + ")(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether something of the list is in the text. */
  public boolean in(String list, String text) {
    return first(list, text).isPresent();
  }

  /** The first place where something of the list is in the text. */
  public Optional<MatchResult> first(String list, String text) {
    var matcher = pattern(list).matcher(text);
    return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  /** All places where something of the list is in the text. */
  public List<MatchResult> all(String list, String text) {
    return pattern(list).matcher(text).results().toList();
  }

  private Pattern pattern(String list) {
    return Objects.requireNonNull(lists.get(list), list);
  }
}
