package rapport.profile.account.sighting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.AccountSeen;
import rapport.contracts.IntegrationEvent.ContactSeen;
import rapport.contracts.IntegrationEvent.DealSeen;
import rapport.contracts.IntegrationEvent.Person;
import rapport.profile.account.AccountDetails;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.DealDetails;
import rapport.profile.account.Decide;
import rapport.profile.account.Source;
import rapport.profile.account.api.Edits;
import rapport.profile.account.lifecycle.Standing;

/** What a company, a person or a deal as another system has it changes in an account of ours. */
@Component
final class SightedChanges {

  private static final int NAME = 200;

  private final Edits edits;

  SightedChanges(Edits edits) {
    this.edits = edits;
  }

  List<Change> account(AccountState state, String id, AccountSeen seen, Source source) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("name", Objects.requireNonNullElse(Fit.text(seen.name(), NAME), "?"));
    values.put("domain", Fit.text(seen.domain(), 253));
    values.put("website", Fit.text(seen.website(), 2_000));
    values.put("industry", Fit.text(seen.industry(), NAME));
    values.put("employees", Fit.people(seen.employees()));
    values.put("annualRevenue", Fit.amount(seen.revenue()));
    values.put("country", Fit.text(seen.country(), NAME));
    values.put("owner", colleague(seen.owner()));
    var account = state.account();
    if (account == null) {
      var fresh = edits.fresh(AccountDetails.class, values, source);
      return Decide.create(
          state,
          id,
          fresh.details(),
          standing(seen.type()),
          seen.source().record(),
          fresh.merge().sources(),
          source);
    }
    var wanted = besides(values, account.sources(), source);
    var merged =
        edits.merge(account.details(), AccountDetails.class, account.sources(), wanted, source);
    return Decide.edit(state, null, merged.details(), merged.merge().sources(), source.at());
  }

  private static Standing standing(@Nullable String type) {
    return type != null && type.toLowerCase(Locale.ROOT).contains("customer")
        ? new Standing("customer", "onboarding", null)
        : Standing.FIRST;
  }

  List<Change> contact(AccountState state, String id, ContactSeen seen, Source source) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("name", Objects.requireNonNullElse(Fit.text(seen.name(), NAME), "?"));
    values.put("email", Fit.address(seen.email()));
    values.put("phone", Fit.text(seen.phone(), 60));
    values.put("title", Fit.text(seen.title(), NAME));
    values.put("department", Fit.text(seen.department(), NAME));
    var contact = state.contacts().get(id);
    if (contact == null) {
      var fresh = edits.fresh(ContactDetails.class, values, source);
      return Decide.addContact(
          state,
          new Contact(
              id,
              1,
              fresh.details(),
              source.system(),
              seen.source().record(),
              null,
              null,
              source.at(),
              source.at(),
              fresh.merge().sources()));
    }
    var wanted = besides(values, contact.sources(), source);
    var merged =
        edits.merge(contact.details(), ContactDetails.class, contact.sources(), wanted, source);
    var changes =
        new ArrayList<>(
            Decide.editContact(
                state, id, null, merged.details(), merged.merge().sources(), source.at()));
    if (changes.isEmpty() && !contact.active()) {
      changes.addAll(Decide.leave(state, id, null, source.at()));
    }
    return changes;
  }

  /** The values; one that is not there takes away only what the same system had said. */
  private static Map<String, @Nullable Object> besides(
      Map<String, @Nullable Object> values, Map<String, Source> sources, Source source) {
    var wanted = new LinkedHashMap<String, @Nullable Object>();
    values.forEach((field, value) -> {
      var from = sources.get(field);
      if (value != null || (from != null && from.system().equals(source.system()))) {
        wanted.put(field, value);
      }
    });
    return wanted;
  }

  /** A deal of another system is as that system has it; what only we know of it stays. */
  List<Change> deal(AccountState state, String id, DealSeen seen, Source source) {
    var known = state.deals().get(id);
    if (known == null) {
      return newDeal(state, id, seen, source);
    }
    var before = known.details();
    var details =
        new DealDetails(
            name(seen),
            before.kind(),
            Fit.amount(seen.amount()),
            Fit.currency(seen.currency()),
            Fit.day(seen.closeOn()),
            before.contract(),
            colleague(seen.owner()),
            people(state, seen, before.contacts()),
            before.competitors(),
            before.pain(),
            before.nextStep());
    var changes = new ArrayList<>(Decide.editDeal(state, id, null, details, source.at()));
    changes.addAll(
        moved(after(state, changes), id, stage(seen), seen, source, Function.identity()));
    return last(changes);
  }

  /** A commit has one word on a thing, the last one. */
  private static List<Change> last(List<Change> changes) {
    return changes.isEmpty() ? changes : List.of(changes.getLast());
  }

  private static List<Change> newDeal(AccountState state, String id, DealSeen seen, Source source) {
    var details =
        new DealDetails(
            name(seen),
            kind(seen.name()),
            Fit.amount(seen.amount()),
            Fit.currency(seen.currency()),
            Fit.day(seen.closeOn()),
            null,
            colleague(seen.owner()),
            people(state, seen, List.of()),
            List.of(),
            null,
            null);
    var begun = Fit.time(seen.createdAt(), source.at());
    var first =
        seen.stages().isEmpty()
            ? stage(seen)
            : Objects.requireNonNullElse(
                DealStages.named(seen.stages().getFirst().stage()), "discovery");
    var changes =
        new ArrayList<>(
            Decide.addDeal(state, id, details, first, seen.source().record(), at(source, begun)));
    var now = after(state, changes);
    for (var entered : seen.stages()) {
      var stage = DealStages.named(entered.stage());
      if (stage != null) {
        var more =
            moved(now, id, stage, seen, source, then -> at(then, Fit.time(entered.at(), begun)));
        now = after(now, more);
        changes.addAll(more);
      }
    }
    changes.addAll(moved(now, id, stage(seen), seen, source, Function.identity()));
    return last(changes);
  }

  private static List<Change> moved(
      AccountState state,
      String id,
      String stage,
      DealSeen seen,
      Source source,
      Function<Source, Source> when) {
    var said = seen.stage() == null ? seen.status() : seen.stage();
    var reason = Fit.text("In " + source.system() + ": " + said, 500);
    return Decide.moveDeal(state, id, stage, reason, when.apply(source));
  }

  private static Source at(Source source, Instant at) {
    return new Source(source.system(), source.by(), at);
  }

  private static AccountState after(AccountState state, List<Change> changes) {
    var after = state;
    for (var change : changes) {
      after = after.with(change);
    }
    return after;
  }

  private static String name(DealSeen seen) {
    return Objects.requireNonNullElse(Fit.text(seen.name(), NAME), "?");
  }

  private static String stage(DealSeen seen) {
    BigDecimal probability = seen.probability();
    return DealStages.of(seen.status(), seen.stage(), probability);
  }

  private static String kind(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("renew")
        ? "renewal"
        : lower.matches(".*(expansion|upsell|upgrade|add-?on).*") ? "expansion" : "new";
  }

  private static List<String> people(AccountState state, DealSeen seen, List<String> before) {
    var addresses =
        seen.people().stream()
            .map(person -> person.email())
            .flatMap(Stream::ofNullable)
            .map(email -> email.toLowerCase(Locale.ROOT))
            .toList();
    var named =
        state.contacts().values().stream()
            .filter(contact -> addresses.contains(contact.details().email()))
            .map(Contact::id);
    return Stream.concat(before.stream(), named).distinct().limit(50).toList();
  }

  /** Somebody of ours, by address where there is one. */
  private static @Nullable String colleague(@Nullable Person person) {
    if (person == null) {
      return null;
    }
    return Fit.text(person.email() == null ? person.name() : person.email(), NAME);
  }
}
