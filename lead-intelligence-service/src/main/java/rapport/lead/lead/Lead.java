package rapport.lead.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.Envelope;
import rapport.contracts.LeadChange;
import rapport.contracts.LeadChange.LeadAssigned;
import rapport.contracts.LeadChange.LeadEnriched;
import rapport.contracts.LeadChange.LeadLost;
import rapport.contracts.LeadChange.LeadOpened;
import rapport.contracts.LeadChange.LeadScored;
import rapport.contracts.LeadChange.LeadStatusChanged;
import rapport.contracts.LeadChange.LeadWon;
import rapport.contracts.LeadState.Status;
import rapport.lead.portrait.Portrait;
import rapport.lead.portrait.Talk;
import rapport.lead.site.Technology;

/**
 * One person who may become a customer of one site.
 *
 * @param rev counts what was told of it
 * @param talks what its conversations add, each once
 * @param technologies what the site of its company is made with, where that was read
 * @param analysis what it was found to be last
 * @param news what is to be told since it was last stored
 */
public record Lead(
    String workspace,
    String id,
    String email,
    String site,
    Status status,
    @Nullable String owner,
    Instant openedAt,
    @Nullable Closing closing,
    List<Talk> talks,
    List<Technology> technologies,
    @Nullable Analysis analysis,
    long rev,
    List<Envelope<LeadChange>> news) {

  private static final double WORTH_TELLING = 1;

  public Lead {
    talks = List.copyOf(talks);
    technologies = List.copyOf(technologies);
    news = List.copyOf(news);
  }

  /** A new one, for the person who gave that address in that conversation. */
  public static Lead open(
      String workspace, String id, String email, String site, Talk first, Instant at) {
    return new Lead(
            workspace,
            id,
            email,
            site,
            Status.NEW,
            null,
            at,
            null,
            List.of(),
            List.of(),
            null,
            0,
            List.of())
        .telling(new LeadOpened(site, first.conversation()), at)
        .with(first);
  }

  /** The lead with what a conversation adds now; what is older than what it has changes nothing. */
  public Lead with(Talk talk) {
    var known = talks.stream().filter(one -> is(one, talk.conversation())).findFirst();
    if (known.isPresent() && known.get().rev() >= talk.rev()) {
      return this;
    }
    var all = new ArrayList<>(others(talk.conversation()));
    all.add(talk);
    all.sort(Comparator.comparing(Talk::startedAt).thenComparing(Talk::conversation));
    return copy(status, owner, closing, all, analysis, rev, news);
  }

  /** The lead without a conversation; one that has none left is withdrawn. */
  public Lead without(String conversation, Instant at) {
    var left = others(conversation);
    var fewer = copy(status, owner, closing, left, analysis, rev, news);
    return left.isEmpty() && status.isOpen()
        ? fewer
            .copy(Status.WITHDRAWN, owner, closing, left, analysis, rev, news)
            .telling(new LeadStatusChanged(Status.WITHDRAWN, status, null), at)
        : fewer;
  }

  /** The lead of somebody whose company's site is made with that. */
  public Lead with(List<Technology> found) {
    return new Lead(
        workspace, id, email, site, status, owner, openedAt, closing, talks, found, analysis, rev,
        news);
  }

  /** Everything known of the person. */
  public Portrait portrait() {
    return Portrait.of(email, talks).with(technologies);
  }

  /** The lead looked at anew, unless nothing has changed that could make a difference. */
  public Lead analysed(Yardsticks by, Instant now) {
    if (talks.isEmpty()) {
      return this;
    }
    var found = Analysis.of(portrait(), by, analysis, now);
    if (found.equals(analysis)) {
      return this;
    }
    var lead = copy(status, owner, closing, talks, found, rev, news);
    if (analysis != null) {
      var parts = found.portrait().changesSince(analysis.portrait());
      lead = parts.isEmpty() ? lead : lead.telling(new LeadEnriched(parts), now);
    }
    return isWorthTelling(found) ? lead.telling(scored(found), now) : lead;
  }

  private boolean isWorthTelling(Analysis found) {
    return analysis == null
        || Math.abs(found.score().points() - analysis.score().points()) >= WORTH_TELLING
        || !found.score().grade().equals(analysis.score().grade());
  }

  private LeadScored scored(Analysis found) {
    return new LeadScored(
        found.score().points(),
        found.score().grade(),
        found.score().probability(),
        analysis == null ? null : analysis.score().points(),
        analysis == null ? null : analysis.score().grade());
  }

  /** The lead in somebody's hands; null for nobody's. */
  public Lead assigned(@Nullable String to, String by, Instant at) {
    return Objects.equals(to, owner)
        ? this
        : copy(status, to, closing, talks, analysis, rev, news)
            .telling(new LeadAssigned(to, owner, by), at);
  }

  /** The lead further on its way, or open again. */
  public Lead moved(Status to, String by, Instant at) {
    return to == status
        ? this
        : copy(to, owner, to.isOpen() ? null : closing, talks, analysis, rev, news)
            .telling(new LeadStatusChanged(to, status, by), at);
  }

  /** The lead at its end; a second closing takes the place of the first. */
  public Lead closed(Closing how, Instant at) {
    var to = how.won() ? Status.WON : Status.LOST;
    if (how.equals(closing)) {
      return this;
    }
    LeadChange change =
        how.won()
            ? new LeadWon(how.at(), how.value(), how.by())
            : new LeadLost(how.at(), how.reason(), how.by());
    return copy(to, owner, how, talks, analysis, rev, news).telling(change, at);
  }

  private Lead telling(LeadChange change, Instant at) {
    var next = rev + 1;
    var envelope =
        new Envelope<>("lead:" + id + ":" + next, workspace, id, next, at, null, null, change);
    return copy(
        status,
        owner,
        closing,
        talks,
        analysis,
        next,
        Stream.concat(news.stream(), Stream.of(envelope)).toList());
  }

  private Lead copy(
      Status status,
      @Nullable String owner,
      @Nullable Closing closing,
      List<Talk> talks,
      @Nullable Analysis analysis,
      long rev,
      List<Envelope<LeadChange>> news) {
    return new Lead(
        workspace,
        id,
        email,
        site,
        status,
        owner,
        openedAt,
        closing,
        talks,
        technologies,
        analysis,
        rev,
        news);
  }

  private List<Talk> others(String conversation) {
    return talks.stream().filter(talk -> !is(talk, conversation)).toList();
  }

  private static boolean is(Talk talk, String conversation) {
    return talk.conversation().equals(conversation);
  }
}
