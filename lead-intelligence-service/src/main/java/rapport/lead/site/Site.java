package rapport.lead.site;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A site of a workspace.
 *
 * @param id made of the host; {@link SiteIds}
 * @param url the page a crawl begins with
 * @param rev how often it changed, progress among it
 * @param by who added it
 * @param crawl the crawl that is under way, or the last one
 */
public record Site(
    String id,
    String url,
    SiteScope scope,
    Limits limits,
    long rev,
    String by,
    Instant createdAt,
    Crawl crawl) {

  /**
   * How much of a site is read.
   *
   * @param pages at most
   * @param depth links from the first page
   */
  public record Limits(int pages, int depth) {}

  /** What a crawl is doing. */
  public enum Stage {
    /** Asks for robots.txt and sitemaps. */
    STARTING,
    /** Reads pages. */
    READING,
    /** Makes personas of what it read. */
    PROPOSING,
    DONE,
    /** Somebody ended it. */
    STOPPED,
    /** It came to nothing; the problems say why. */
    FAILED;

    /** The name in the API and in the store, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
      return this == DONE || this == STOPPED || this == FAILED;
    }
  }

  /**
   * Reading the site once.
   *
   * @param number from 1
   * @param finishedAt none while it goes on
   * @param problems for a person to do something about
   * @param proposed personas it proposed, or proposed anew
   * @param suggested changes it suggests for personas that people have reviewed
   */
  public record Crawl(
      int number,
      Stage stage,
      Instant startedAt,
      @Nullable Instant finishedAt,
      Counts counts,
      List<CrawlProblem> problems,
      List<Technology> technologies,
      int proposed,
      int suggested) {

    public Crawl {
      problems = List.copyOf(problems);
      technologies = List.copyOf(technologies);
    }

    static Crawl begun(int number, Instant at) {
      return new Crawl(number, Stage.STARTING, at, null, Counts.NONE, List.of(), List.of(), 0, 0);
    }

    /** The same crawl with this stage. */
    public Crawl at(Stage stage, Instant now) {
      var end = stage.isOver() ? now : null;
      return new Crawl(
          number, stage, startedAt, end, counts, problems, technologies, proposed, suggested);
    }

    public Crawl with(Counts counts) {
      return new Crawl(
          number,
          stage,
          startedAt,
          finishedAt,
          counts,
          problems,
          technologies,
          proposed,
          suggested);
    }

    /** The same crawl with these problems and technologies. */
    public Crawl with(List<CrawlProblem> problems, List<Technology> technologies) {
      return new Crawl(
          number,
          stage,
          startedAt,
          finishedAt,
          counts,
          problems,
          technologies,
          proposed,
          suggested);
    }

    public Crawl withProposals(int proposed, int suggested) {
      return new Crawl(
          number,
          stage,
          startedAt,
          finishedAt,
          counts,
          problems,
          technologies,
          proposed,
          suggested);
    }
  }

  /**
   * Pages by how reading them went.
   *
   * @param found all of them
   * @param bytes of what was read in this crawl
   */
  public record Counts(
      int found, int waiting, int read, int unchanged, int skipped, int failed, long bytes) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
  }

  /** A site that was just added. */
  public static Site added(
      String id, String url, SiteScope scope, Limits limits, String by, Instant at) {
    return new Site(id, url, scope, limits, 1, by, at, Crawl.begun(1, at));
  }

  /** The same site, to be read once more. Pages that are as they were are not read for signs. */
  public Site again(Instant at) {
    var next = Crawl.begun(crawl.number() + 1, at);
    return with(next.with(next.problems(), crawl.technologies()));
  }

  /** The next revision, with this crawl. */
  public Site with(Crawl crawl) {
    return new Site(id, url, scope, limits, rev + 1, by, createdAt, crawl);
  }
}
