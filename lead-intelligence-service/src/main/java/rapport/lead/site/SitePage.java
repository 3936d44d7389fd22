package rapport.lead.site;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site and how reading it went; what it says is kept apart.
 *
 * @param id unique in the site
 * @param depth how many links from the first page; 1 for those of a sitemap
 * @param crawl the crawl it was last found in, from 1
 * @param attempts how often it was asked for in vain in that crawl
 * @param title of the page; empty until it was read
 * @param words of its text
 * @param httpStatus the answer's; 0 when there was none
 * @param detail why it was not read, for people; none when it was
 * @param validators to ask whether it changed
 * @param readAt when it was last asked for
 */
public record SitePage(
    String id,
    String url,
    int depth,
    int crawl,
    State state,
    int attempts,
    String title,
    int words,
    int httpStatus,
    @Nullable String detail,
    Validators validators,
    @Nullable Instant readAt) {

  /** How reading a page went. */
  public enum State {
    /** Found, not asked for yet. */
    WAITING,
    /** Read. */
    READ,
    /** Had not changed since it was read. */
    UNCHANGED,
    /** Left out: the site or the page wants it so, or it is no page. */
    SKIPPED,
    /** Did not answer, or with an error. */
    FAILED;

    /** The name in the API and in the store, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What tells whether a page has changed.
   *
   * @param hash of what the page says
   */
  public record Validators(
      @Nullable String etag, @Nullable String lastModified, @Nullable String hash) {
    /** Of a page that was never read. */
    public static final Validators NONE = new Validators(null, null, null);
  }

  /** A page that was just found. */
  public static SitePage found(PageAddress address, int depth, int crawl) {
    return new SitePage(
        address.id(),
        address.uri().toString(),
        depth,
        crawl,
        State.WAITING,
        0,
        "",
        0,
        0,
        null,
        Validators.NONE,
        null);
  }

  /** Found again, in a later crawl. */
  public SitePage foundAgain(int depth, int crawl) {
    return new SitePage(
        id,
        url,
        depth,
        crawl,
        State.WAITING,
        0,
        title,
        words,
        httpStatus,
        null,
        validators,
        readAt);
  }

  /** It was read. */
  public SitePage read(PageText text, int httpStatus, Validators validators, Instant at) {
    return new SitePage(
        id,
        url,
        depth,
        crawl,
        State.READ,
        attempts,
        text.title(),
        text.words(),
        httpStatus,
        null,
        validators,
        at);
  }

  /** It says what it said before. */
  public SitePage unchanged(int httpStatus, Validators validators, Instant at) {
    return new SitePage(
        id,
        url,
        depth,
        crawl,
        State.UNCHANGED,
        attempts,
        title,
        words,
        httpStatus,
        null,
        validators,
        at);
  }

  /** It was not read, and will not be in this crawl. */
  public SitePage without(State state, int httpStatus, String detail, Instant at) {
    return new SitePage(
        id, url, depth, crawl, state, attempts, title, 0, httpStatus, detail, Validators.NONE, at);
  }

  /** It is to be asked for once more, after the others. */
  public SitePage onceMore() {
    return new SitePage(
        id,
        url,
        depth,
        crawl,
        State.WAITING,
        attempts + 1,
        title,
        words,
        httpStatus,
        detail,
        validators,
        readAt);
  }

  /** The same page, to be asked for whether it changed or not. */
  public SitePage withoutValidators() {
    return new SitePage(
        id,
        url,
        depth,
        crawl,
        state,
        attempts,
        title,
        words,
        httpStatus,
        detail,
        Validators.NONE,
        readAt);
  }

  /** Whether its text belongs to what the site says. */
  public boolean isKnown() {
    return state == State.READ || state == State.UNCHANGED;
  }
}
