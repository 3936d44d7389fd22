package rapport.profile.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.lifecycle.Lifecycle;
import rapport.profile.account.lifecycle.Standing;

/**
 * What follows from what is asked for: changes, none when all is so already, or {@link Refused}.
 * Ids and times come in; nothing here makes any.
 */
public final class Decide {

  private static final int MOST_CONTACTS = 1_000;
  private static final int MOST_DEALS = 500;
  private static final int MOST_CONTRACTS = 200;
  private static final int MOST_GOALS = 500;

  private Decide() {}

  /** A new account; null {@code standing} begins where every account begins. */
  public static List<Change> create(
      AccountState state,
      String id,
      AccountDetails details,
      @Nullable Standing standing,
      @Nullable String externalId,
      Map<String, Source> sources,
      Source source) {
    if (state.account() != null) {
      throw new Refused("account-exists", "There is an account with this id already.");
    }
    var begins = standing == null ? Standing.FIRST : standing;
    var account =
        new Account(
            id,
            1,
            details,
            begins,
            source.system(),
            externalId,
            source.at(),
            source.at(),
            begins.stage().equals("customer") ? day(source.at()) : null,
            false,
            sources);
    return List.of(new Change.OfAccount(account, "new"));
  }

  /**
   * @param rev the revision of the account that was read; null when any will do
   */
  public static List<Change> edit(
      AccountState state,
      @Nullable Long rev,
      AccountDetails details,
      Map<String, Source> sources,
      Instant at) {
    var account = state.known();
    current(rev, account.rev());
    return account.details().equals(details)
        ? List.of()
        : List.of(new Change.OfAccount(account.with(details, sources, at), ""));
  }

  public static List<Change> archive(AccountState state, boolean archived, Instant at) {
    var account = state.known();
    return account.archived() == archived
        ? List.of()
        : List.of(new Change.OfAccount(account.archived(archived, at), ""));
  }

  /** Moves the account along its lifecycle, or tells why not. */
  public static List<Change> move(
      AccountState state, @Nullable Long rev, Standing to, @Nullable String reason, Instant at) {
    var account = state.known();
    current(rev, account.rev());
    var why = Must.text("reason", reason, 500);
    Lifecycle.obstacle(account.standing(), to, state.facts())
        .ifPresent(obstacle -> {
          throw new Refused(obstacle.code(), obstacle.detail());
        });
    var since = account.customerSince();
    var becomes = since == null && to.stage().equals("customer") ? day(at) : since;
    return List.of(new Change.OfAccount(account.at(to, becomes, at), why));
  }

  public static List<Change> addContact(AccountState state, Contact contact) {
    state.known();
    room("contacts", state.contacts(), MOST_CONTACTS);
    if (state.contacts().containsKey(contact.id())) {
      throw new Refused("contact-exists", "There is a contact with this id already.");
    }
    influences(state, contact.id(), contact.details());
    return List.of(new Change.OfContact(contact));
  }

  public static List<Change> editContact(
      AccountState state,
      String id,
      @Nullable Long rev,
      ContactDetails details,
      Map<String, Source> sources,
      Instant at) {
    var contact = somebody(state, id);
    current(rev, contact.rev());
    influences(state, id, details);
    return contact.details().equals(details)
        ? List.of()
        : List.of(new Change.OfContact(contact.with(details, sources, at)));
  }

  /** A contact left, or is there again when {@code leftAt} is null. */
  public static List<Change> leave(
      AccountState state, String id, @Nullable Instant leftAt, Instant at) {
    var contact = somebody(state, id);
    return Objects.equals(contact.leftAt(), leftAt)
        ? List.of()
        : List.of(new Change.OfContact(contact.left(leftAt, at)));
  }

  /** The contact is the same human being as that visitor; null takes it back. */
  public static List<Change> recognise(
      AccountState state, String id, @Nullable String person, Instant at) {
    var contact = somebody(state, id);
    return Objects.equals(contact.person(), person)
        ? List.of()
        : List.of(new Change.OfContact(contact.known(person, at)));
  }

  /** Logs an interaction, or what became known of it since. */
  public static List<Change> log(
      AccountState state,
      @Nullable Interaction known,
      String id,
      InteractionDetails details,
      Instant at) {
    state.known();
    if (known != null && !known.withdrawn() && known.details().equals(details)) {
      return List.of();
    }
    people(state, details.contacts());
    var recorded = known == null ? at : known.recordedAt();
    return List.of(new Change.OfInteraction(new Interaction(id, details, recorded, false)));
  }

  public static List<Change> withdraw(AccountState state, Interaction known) {
    state.known();
    return known.withdrawn()
        ? List.of()
        : List.of(
            new Change.OfInteraction(
                new Interaction(known.id(), known.details(), known.recordedAt(), true)));
  }

  public static List<Change> addDeal(
      AccountState state,
      String id,
      DealDetails details,
      @Nullable String stage,
      @Nullable String externalId,
      Source source) {
    state.known();
    room("deals", state.deals(), MOST_DEALS);
    if (state.deals().containsKey(id)) {
      throw new Refused("deal-exists", "There is a deal with this id already.");
    }
    deal(state, details);
    var begins = Must.oneOf("stage", stage == null ? "discovery" : stage, Deal.STAGES);
    var visit = new Deal.Visit(begins, source.at(), source.by(), null);
    return List.of(
        new Change.OfDeal(
            new Deal(
                id,
                1,
                details,
                source.system(),
                externalId,
                List.of(visit),
                0,
                source.at(),
                source.at())));
  }

  public static List<Change> editDeal(
      AccountState state, String id, @Nullable Long rev, DealDetails details, Instant at) {
    var deal = deal(state, id);
    current(rev, deal.rev());
    deal(state, details);
    if (deal.details().equals(details)) {
      return List.of();
    }
    var before = deal.details().closesOn();
    var after = details.closesOn();
    var slipped = deal.open() && before != null && after != null && after.isAfter(before);
    return List.of(new Change.OfDeal(deal.with(details, deal.slips() + (slipped ? 1 : 0), at)));
  }

  /** Moves a deal to another stage; losing one and reopening one need a reason. */
  public static List<Change> moveDeal(
      AccountState state, String id, String stage, @Nullable String reason, Source source) {
    var deal = deal(state, id);
    var to = Must.oneOf("stage", stage, Deal.STAGES);
    if (deal.stage().equals(to)) {
      return List.of();
    }
    var why = Must.optional("reason", reason, 500);
    if (why == null && (to.equals("lost") || !deal.open())) {
      throw new Refused("reason-needed", "Losing or reopening a deal needs a reason.");
    }
    return List.of(
        new Change.OfDeal(deal.visiting(new Deal.Visit(to, source.at(), source.by(), why))));
  }

  public static List<Change> agree(
      AccountState state, String id, @Nullable Long rev, Contract.Terms terms, Instant at) {
    state.known();
    var known = state.contracts().get(id);
    if (known == null) {
      room("contracts", state.contracts(), MOST_CONTRACTS);
    } else {
      current(rev, known.rev());
    }
    return known != null && known.terms().equals(terms)
        ? List.of()
        : List.of(
            new Change.OfContract(
                new Contract(id, known == null ? 1 : known.rev() + 1, terms, at)));
  }

  /** What was reported, unless {@code known} says the same already. */
  public static List<Change> report(AccountState state, @Nullable Report known, Report report) {
    state.known();
    if (report instanceof Report.Goal && !state.goals().containsKey(report.id())) {
      room("goals", state.goals(), MOST_GOALS);
    }
    if (report instanceof Report.Nps(_, _, _, var contact) && contact != null) {
      people(state, List.of(contact));
    }
    return report.equals(known) ? List.of() : List.of(new Change.OfReport(report));
  }

  private static void current(@Nullable Long read, long now) {
    if (read != null && read != now) {
      throw new Refused("stale", "It has changed since you read it; read it again.");
    }
  }

  private static Contact contact(AccountState state, String id) {
    var contact = state.contacts().get(id);
    if (contact == null) {
      throw new Refused("contact-not-found", "There is no such contact.");
    }
    return contact;
  }

  /** Whoever was erased stays so, whatever tells of them again. */
  private static Contact somebody(AccountState state, String id) {
    var contact = contact(state, id);
    if (contact.isErased()) {
      throw new Refused("contact-erased", "This person was erased; nothing is kept of them again.");
    }
    return contact;
  }

  private static Deal deal(AccountState state, String id) {
    var deal = state.deals().get(id);
    if (deal == null) {
      throw new Refused("deal-not-found", "There is no such deal.");
    }
    return deal;
  }

  private static void deal(AccountState state, DealDetails details) {
    people(state, details.contacts());
    if (details.contract() != null && !state.contracts().containsKey(details.contract())) {
      throw new Refused("contract-not-found", "The account has no such contract.");
    }
  }

  private static void influences(AccountState state, String id, ContactDetails details) {
    for (var edge : details.influences()) {
      if (edge.contact().equals(id)) {
        throw new Refused("influences-itself", "Nobody influences themselves.");
      }
      people(state, List.of(edge.contact()));
    }
  }

  private static void people(AccountState state, List<String> contacts) {
    if (!state.contacts().keySet().containsAll(contacts)) {
      throw new Refused("contact-not-found", "Somebody named is no contact of this account.");
    }
  }

  private static void room(String what, Map<String, ?> there, int most) {
    if (there.size() >= most) {
      throw new Refused("too-many", "An account has at most " + most + " " + what + ".");
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
