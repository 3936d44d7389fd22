package rapport.lead.crawl;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;

/**
 * What a page wants of those who read it by machine.
 *
 * @param index whether its text may be kept
 * @param follow whether its links may be followed
 */
record Directives(boolean index, boolean follow) {

  /** A name before a colon, unless it is that of a directive with a value. */
  private static final Pattern ROBOT =
      Pattern.compile(
          "(?i)^\\s*(?!(?:unavailable_after|max-snippet|max-image-preview|max-video-preview)\\s*:)"
              + "([a-z_-]+)\\s*:");

  /** From the page's own tags and the header {@code X-Robots-Tag}. */
  static Directives of(Document page, Optional<String> header) {
    var said = new StringBuilder(header.map(Directives::meant).orElse(""));
    for (var tag : page.select("meta[name][content]")) {
      var name = tag.attr("name").toLowerCase(Locale.ROOT);
      if (name.equals("robots") || name.equals(Hops.ROBOT)) {
        said.append(',').append(tag.attr("content"));
      }
    }
    var words = Arrays.asList(said.toString().toLowerCase(Locale.ROOT).split("[\\s,]+"));
    var none = words.contains("none");
    return new Directives(
        !none && !words.contains("noindex"), !none && !words.contains("nofollow"));
  }

  /**
   * What of a header is meant for this robot: a part that begins with a robot's name is for that
   * one, and so are those after it.
   */
  private static String meant(String header) {
    var meant = new StringBuilder();
    var isOurs = true;
    for (var part : header.split(",", -1)) {
      var robot = ROBOT.matcher(part);
      if (robot.find()) {
        isOurs = Hops.ROBOT.equalsIgnoreCase(robot.group(1));
      }
      if (isOurs) {
        meant.append(',').append(robot.reset().replaceFirst(""));
      }
    }
    return meant.toString();
  }
}
