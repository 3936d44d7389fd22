package rapport.integrations.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an e-mail says, as plain text and as a page.
 *
 * @param link to go to; only http and https
 * @param button what the link is called
 */
public record MailPage(
    Texts texts, List<String> paragraphs, @Nullable String link, @Nullable String button) {

  public MailPage {
    paragraphs = List.copyOf(paragraphs);
    if (link != null && !link.matches("https?://\\S+")) {
      throw new IllegalArgumentException("not a link of the web");
    }
  }

  /** For whoever reads plain text. */
  public String text() {
    var text = String.join("\n\n", paragraphs);
    return link == null ? text : text + "\n\n" + button + ":\n" + link;
  }

  /** For whoever reads HTML; nothing in it is loaded from anywhere. */
  public String html() {
    var body =
        paragraphs.stream()
            .map(paragraph -> "<p>" + escaped(paragraph).replace("\n", "<br>") + "</p>")
            .collect(Collectors.joining());
    var direction = texts.isRightToLeft() ? "rtl" : "ltr";
    return "<!doctype html><html lang=\""
        + texts.language()
        + "\" dir=\""
        + direction
        + "\"><head><meta charset=\"utf-8\"></head><body style=\"font-family:system-ui,sans-serif;"
        + "line-height:1.5;max-width:36rem;margin:2rem auto;padding:0 1rem;color:#1c1917\">"
        + body
        + anchor()
        + "</body></html>";
  }

  private String anchor() {
    return link == null
        ? ""
        : "<p><a href=\""
            + escaped(link)
            + "\" style=\"display:inline-block;padding:.6rem 1rem;border-radius:.5rem;"
            + "background:#1c1917;color:#fff;text-decoration:none\">"
            + escaped(String.valueOf(button))
            + "</a></p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
