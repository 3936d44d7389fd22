package rapport.lead.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import rapport.lead.site.PageText.Section;
import rapport.lead.site.PageText.Sentence;

/**
 * The text of a page by headings, without what every page of a site has: menus, footers, forms,
 * notices. It reads blocks, not tags, so pages made of {@code div}s alone are read, too.
 */
final class MainText implements NodeVisitor {

  private static final String NOT_TEXT =
      "script, style, noscript, template, svg, canvas, iframe, object, form, button, select,"
          + " textarea, nav, footer, aside, dialog, [hidden], [aria-hidden=true],"
          + " [role=navigation], [role=contentinfo], [role=banner], [role=dialog], [role=search]";

  private static final Pattern AROUND =
      Pattern.compile(
          "(?i)(^|[\\s_-])(cookies?|consent|gdpr|breadcrumbs?|newsletter|social|share|sidebar|menu"
              + "|navbar|nav|popup|modal|skip-link|pagination|site-header|site-footer|footer"
              + "|advert|ads)([\\s_-]|$)");

  private static final Set<String> HEADINGS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "legend");
  private static final Set<String> ITEMS = Set.of("li", "td", "th");
  private static final int LEVEL_OF_QUESTIONS = 4;
  private static final int SHORTEST_MAIN = 200;
  private static final int LONGEST_SENTENCE = 400;
  private static final int MOST_SENTENCES = 600;

  private final List<Section> sections = new ArrayList<>();
  private final StringBuilder block = new StringBuilder();
  private List<Sentence> sentences = new ArrayList<>();
  private String heading = "";
  private int level;
  private int taken;

  private MainText() {}

  /** Changes the document: what is not text is taken out of it. */
  static List<Section> of(Document page) {
    page.select(NOT_TEXT).remove();
    page.select("body > header, header:has(a[href]):not(:has(h1))").remove();
    for (var element : page.select("[class], [id]")) {
      if (!Set.of("html", "body", "main", "article").contains(element.normalName())
          && AROUND.matcher(element.className() + " " + element.id()).find()) {
        element.remove();
      }
    }
    var reader = new MainText();
    main(page).traverse(reader);
    reader.endBlock(page.body());
    reader.endSection();
    return reader.sections;
  }

  private static Element main(Document page) {
    for (var selector : List.of("main, [role=main]", "article")) {
      var found = page.select(selector);
      if (found.size() == 1 && found.text().length() >= SHORTEST_MAIN) {
        return found.getFirst();
      }
    }
    return page.body();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      block.append(text.getWholeText());
    } else if (node instanceof Element element && isBlock(element)) {
      endBlock(element.parent());
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && isBlock(element)) {
      if (HEADINGS.contains(element.normalName())) {
        begin(element);
      } else {
        endBlock(element);
      }
    }
  }

  private static boolean isBlock(Element element) {
    return element.isBlock()
        || element.normalName().equals("br")
        || element.normalName().equals("summary")
        || element.normalName().equals("cite")
        || ITEMS.contains(element.normalName());
  }

  private void begin(Element element) {
    var text = text();
    if (!text.isEmpty()) {
      endSection();
      heading = text;
      var name = element.normalName();
      level = name.matches("h[1-6]") ? name.charAt(1) - '0' : LEVEL_OF_QUESTIONS;
    }
  }

  private void endSection() {
    if (!heading.isEmpty() || !sentences.isEmpty()) {
      sections.add(new Section(level, heading, sentences));
    }
    sentences = new ArrayList<>();
  }

  private void endBlock(@Nullable Element around) {
    var text = text();
    if (text.isEmpty() || taken >= MOST_SENTENCES) {
      return;
    }
    var isItem = around != null && (around.closest("li, td, th") != null);
    var isSaid = around != null && around.closest("blockquote, q, figcaption, cite") != null;
    for (var sentence : rapport.lead.text.Sentence.of(text)) {
      if (sentence.text().length() <= LONGEST_SENTENCE) {
        sentences.add(new Sentence(sentence.text(), isItem, isSaid));
        taken++;
      }
    }
  }

  private String text() {
    var text = block.toString().replaceAll("[\\s\\p{Zs}]+", " ").strip();
    block.setLength(0);
    return text;
  }
}
