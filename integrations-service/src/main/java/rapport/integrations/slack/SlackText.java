package rapport.integrations.slack;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's way to write, such as {@code <@U1>} and {@code <https://a.example|here>}. */
final class SlackText {

  private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|[^>]*)?>");
  private static final Pattern REFERENCE = Pattern.compile("<([^<>|]+)(?:\\|([^<>]*))?>");

  private SlackText() {}

  /** Who is named in a text, in its order, each once. */
  static List<String> mentioned(String text) {
    return MENTION.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /**
   * The text as people see it.
   *
   * @param names of people, by their ids
   */
  static String plain(String text, UnaryOperator<String> names) {
    var shown =
        REFERENCE
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(reference(found, names)));
    return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip();
  }

  private static String reference(MatchResult found, UnaryOperator<String> names) {
    var target = found.group(1);
    var label = found.group(2) == null ? "" : found.group(2);
    return switch (target.charAt(0)) {
      case '@' -> "@" + names.apply(target.substring(1));
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> label.isEmpty() ? "@" + target.substring(1).replaceFirst("\\^.*", "") : label;
      default -> {
        var address = target.replaceFirst("^(?:mailto|tel):", "");
        yield label.isEmpty() || label.equals(address) ? address : label + " (" + address + ")";
      }
    };
  }
}
