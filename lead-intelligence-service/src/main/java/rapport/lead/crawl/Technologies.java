package rapport.lead.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import rapport.lead.site.Technology;
import rapport.lead.text.Lines;

/**
 * Tells what a site is made with by its headers, scripts and meta tags. {@code
 * lead/technologies.txt} has one sign a line: {@code category | name | where | regular expression}.
 */
final class Technologies {

  private static final String RESOURCE = "/lead/technologies.txt";
  private static final int LONGEST_EVIDENCE = 160;
  private static final int PARTS = 4;

  /** What shows a technology. */
  private record Sign(String category, String name, String where, Pattern pattern) {}

  private static final List<Sign> SIGNS = read();

  /** The headers that show something. */
  static final List<String> HEADERS =
      SIGNS.stream()
          .map(Sign::where)
          .filter(where -> !Set.of("script", "link", "generator", "html").contains(where))
          .distinct()
          .toList();

  private Technologies() {}

  private static List<Sign> read() {
    return Lines.of(RESOURCE).stream()
        .map(line -> line.split("\\s*\\|\\s*", PARTS))
        .map(part ->
            new Sign(part[0], part[1], part[2], Pattern.compile(part[3], Pattern.CASE_INSENSITIVE)))
        .toList();
  }

  /** Each once, with the first evidence for it. */
  static List<Technology> in(Document page, Map<String, String> headers) {
    var found = new ArrayList<Technology>();
    for (var sign : SIGNS) {
      if (found.stream().noneMatch(one -> one.name().equals(sign.name()))) {
        places(sign.where(), page, headers)
            .filter(text -> sign.pattern().matcher(text).find())
            .findFirst()
            .ifPresent(text -> found.add(technology(sign, text, page.location())));
      }
    }
    return found;
  }

  private static Stream<String> places(String where, Document page, Map<String, String> headers) {
    return switch (where) {
      case "script" -> page.select("script[src]").stream().map(script -> script.attr("src"));
      case "link" -> page.select("link[href]").stream().map(link -> link.attr("href"));
      case "generator" ->
          page.select("meta[name=generator]").stream().map(tag -> tag.attr("content"));
      case "html" ->
          page
              .select("html, body, #__next, #__nuxt, #root, [data-reactroot], [ng-version]")
              .stream()
              .map(Technologies::openingTag);
      default -> Stream.ofNullable(headers.get(where)).map(value -> where + ": " + value);
    };
  }

  private static String openingTag(Element element) {
    return "<" + element.normalName() + element.attributes().html() + ">";
  }

  private static Technology technology(Sign sign, String text, String page) {
    var evidence = text.length() > LONGEST_EVIDENCE ? text.substring(0, LONGEST_EVIDENCE) : text;
    return new Technology(sign.name(), sign.category(), evidence, page);
  }
}
