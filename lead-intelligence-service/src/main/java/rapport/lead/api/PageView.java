package rapport.lead.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rapport.lead.site.SitePage;

/**
 * A page of a site.
 *
 * @param state {@code waiting}, {@code read}, {@code unchanged}, {@code skipped} or {@code failed}
 * @param depth links from the first page
 * @param title empty until it was read
 * @param words of its text
 * @param httpStatus 0 when there was no answer
 * @param detail why it was not read
 */
record PageView(
    String id,
    String url,
    String state,
    int depth,
    String title,
    int words,
    int httpStatus,
    @Nullable String detail,
    @Nullable Instant readAt) {

  static PageView of(SitePage page) {
    return new PageView(
        page.id(),
        page.url(),
        page.state().wire(),
        page.depth(),
        page.title(),
        page.words(),
        page.httpStatus(),
        page.detail(),
        page.readAt());
  }
}
