package rapport.profile.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.lifecycle.Standing;

/**
 * An account that has been there for a while, with all that took place, each thing with its own
 * time: how an account comes over from elsewhere. Ids are the teller's; interactions, deals and
 * contacts name each other by them. Lists may be absent.
 *
 * @param standing where it stands now
 * @param createdAt when it was first known
 * @param customerSince the day it became a customer; absent for one that is none
 */
public record Past(
    AccountDetails details,
    Standing standing,
    Instant createdAt,
    @Nullable LocalDate customerSince,
    List<Known> contacts,
    List<Agreed> contracts,
    List<Pursued> deals,
    List<InteractionDetails> interactions,
    List<Report.Usage> usage,
    List<Report.Ticket> tickets,
    List<Report.Goal> goals,
    List<Report.Roi> roi,
    List<Report.Nps> nps) {

  private static final int MOST_CONTACTS = 200;
  private static final int MOST_DEALS = 100;
  private static final int MOST_CONTRACTS = 50;
  private static final int MOST = 2_000;

  /** A contact, since when, and until when unless they are still there. */
  public record Known(String id, ContactDetails details, Instant since, @Nullable Instant leftAt) {
    public Known {
      id = Must.id("contacts.id", id);
      details = Must.be("contacts.details", details);
      since = Must.be("contacts.since", since);
    }
  }

  /** A contract. */
  public record Agreed(String id, Contract.Terms terms) {
    public Agreed {
      id = Must.id("contracts.id", id);
      terms = Must.be("contracts.terms", terms);
    }
  }

  /**
   * A deal and the way it went.
   *
   * @param visits the stages it was in, in order; the last is where it is
   * @param slips how often the day it closes was put off
   */
  public record Pursued(String id, DealDetails details, List<Deal.Visit> visits, int slips) {
    public Pursued {
      id = Must.id("deals.id", id);
      details = Must.be("deals.details", details);
      visits = Must.few("deals.visits", visits, 100);
      slips = Must.between("deals.slips", slips, 0, 1_000);
      if (visits.isEmpty()) {
        throw new IllegalArgumentException("deals.visits is required");
      }
      visits.forEach(visit -> {
        Must.oneOf("deals.visits.stage", visit.stage(), Deal.STAGES);
        Must.be("deals.visits.since", visit.since());
        Must.text("deals.visits.by", visit.by(), Must.NAME);
      });
    }
  }

  public Past {
    details = Must.be("details", details);
    standing = Must.be("standing", standing);
    createdAt = Must.be("createdAt", createdAt);
    contacts = Must.few("contacts", contacts, MOST_CONTACTS);
    contracts = Must.few("contracts", contracts, MOST_CONTRACTS);
    deals = Must.few("deals", deals, MOST_DEALS);
    interactions = Must.few("interactions", interactions, MOST);
    usage = Must.few("usage", usage, MOST);
    tickets = Must.few("tickets", tickets, MOST);
    goals = Must.few("goals", goals, MOST_DEALS);
    roi = Must.few("roi", roi, MOST_DEALS);
    nps = Must.few("nps", nps, MOST);
  }

  /**
   * All of it as changes of an account that is not there yet. The account comes as the prospect it
   * began as, and where it stands comes last: whoever scores customers then knows everything of it,
   * and nobody is alarmed by half of it.
   *
   * @param ids makes the id of an interaction of its source and its id there
   * @param sources where each detail of a record is from
   */
  public List<Change> changes(String id, Source source, Ids ids, Origins sources) {
    var changes = new ArrayList<Change>();
    var state = AccountState.NONE;
    var first =
        new Account(
            id,
            1,
            details,
            Standing.FIRST,
            source.system(),
            null,
            createdAt,
            createdAt,
            null,
            false,
            sources.of(details, source));
    state = take(changes, state, List.of(new Change.OfAccount(first, "new")));
    for (var contact : bare(source, sources)) {
      state = take(changes, state, Decide.addContact(state, contact));
    }
    for (var known : contacts) {
      if (!known.details().influences().isEmpty()) {
        var there = state.contacts().get(known.id());
        state =
            take(
                changes,
                state,
                Decide.editContact(
                    state,
                    known.id(),
                    null,
                    known.details(),
                    there == null ? Map.of() : there.sources(),
                    known.since()));
      }
    }
    for (var agreed : contracts) {
      var at = source.at();
      state = take(changes, state, Decide.agree(state, agreed.id(), null, agreed.terms(), at));
    }
    for (var pursued : deals) {
      state = take(changes, state, deal(state, pursued, source));
    }
    for (var it : interactions) {
      var named = ids.of(it.source(), it.externalId());
      state = take(changes, state, Decide.log(state, null, named, it, it.at()));
    }
    for (var report : reports()) {
      state = take(changes, state, Decide.report(state, null, report));
    }
    var now = state.known().at(standing, customerSince, source.at());
    take(changes, state, List.of(new Change.OfAccount(now, "as it stands")));
    return List.copyOf(changes);
  }

  /** Makes ids; always the same one for the same names. */
  public interface Ids {
    String of(String source, String externalId);
  }

  /** Says where each of a record's values is from, by field. */
  public interface Origins {
    Map<String, Source> of(Object details, Source source);
  }

  private static AccountState take(List<Change> all, AccountState state, List<Change> more) {
    var after = state;
    for (var change : more) {
      after = after.with(change);
    }
    all.addAll(more);
    return after;
  }

  /** The contacts without their influence: that can only name those who are there. */
  private List<Contact> bare(Source source, Origins sources) {
    return contacts.stream()
        .map(known ->
            new Contact(
                known.id(),
                1,
                known.details().withoutInfluence(),
                source.system(),
                null,
                null,
                known.leftAt(),
                known.since(),
                known.since(),
                sources.of(known.details(), source)))
        .toList();
  }

  private static List<Change> deal(AccountState state, Pursued pursued, Source source) {
    var visits = pursued.visits();
    var opened =
        Decide.addDeal(
            state, pursued.id(), pursued.details(), visits.getFirst().stage(), null, source);
    return opened.stream()
        .map(change -> (Deal) change.value())
        .<Change>map(deal ->
            new Change.OfDeal(
                new Deal(
                    deal.id(),
                    1,
                    deal.details(),
                    deal.source(),
                    null,
                    visits,
                    pursued.slips(),
                    visits.getFirst().since(),
                    visits.getLast().since())))
        .toList();
  }

  /** Of several with the same id the last. */
  private List<Report> reports() {
    var latest = new LinkedHashMap<String, Report>();
    for (var kind : List.<List<? extends Report>>of(usage, tickets, goals, roi, nps)) {
      kind.forEach(it -> latest.put(it.getClass().getSimpleName() + "/" + it.id(), it));
    }
    return List.copyOf(latest.values());
  }
}
