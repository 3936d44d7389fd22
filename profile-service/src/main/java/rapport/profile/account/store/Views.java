package rapport.profile.account.store;

import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.Report;
import rapport.profile.account.store.AccountCollections.Thing;

/**
 * Accounts and their things as they are listed. Whatever a list is sorted by is always there, so
 * that nothing falls out of a page.
 */
@Component
final class Views {

  /** Comes after every day there is. */
  static final String NO_DAY = "9999-12-31";

  private static final Date NEVER = Date.from(Instant.EPOCH);
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final AccountJson json;

  Views(AccountJson json) {
    this.json = json;
  }

  /** A document of a collection. */
  record View(Thing thing, Document document) {}

  Document account(String workspace, AccountState state, long rev) {
    var account = state.known();
    var details = account.details();
    var active = state.contracts().values().stream().filter(Contract::active).toList();
    return new Document("_id", workspace + "/" + account.id())
        .append("account", account.id())
        .append("rev", rev)
        .append("name", plain(details.name()))
        .append("stage", account.standing().stage())
        .append("step", account.standing().step())
        .append("churnRisk", account.standing().churnRisk())
        .append("owner", details.owner())
        .append("archived", account.archived())
        .append("changedAt", Date.from(account.changedAt()))
        .append("lastTouchAt", state.touches().isEmpty() ? NEVER : lastTouch(state))
        .append("arr", active.stream().mapToDouble(Views::arr).sum())
        .append(
            "renewsOn",
            active.stream()
                .map(it -> it.terms().endsOn().toString())
                .min(String::compareTo)
                .orElse(NO_DAY))
        .append(
            "search",
            words(
                details.name(),
                details.domain(),
                details.industry(),
                details.segment(),
                details.city(),
                details.country(),
                String.join(" ", details.tags())))
        .append("state", json.document(state));
  }

  private static Date lastTouch(AccountState state) {
    return Date.from(state.touches().getFirst().at());
  }

  private static double arr(Contract contract) {
    return contract.terms().annualRecurringRevenue().doubleValue();
  }

  /** How the thing that changed is listed; nothing for what only the account shows. */
  Optional<View> of(String workspace, String account, Change change, long rev) {
    return switch (change) {
      case Change.OfAccount _, Change.OfContract _ -> Optional.empty();
      case Change.OfContact(var contact) -> Optional.of(contact(workspace, account, contact, rev));
      case Change.OfDeal(var deal) -> Optional.of(deal(workspace, account, deal, rev));
      case Change.OfReport(var report) ->
          Optional.of(
              new View(
                  Thing.REPORT,
                  thing(reportKey(workspace, account, change.kind(), report.id()), account, rev)
                      .append("kind", change.kind())
                      .append("at", at(report))
                      .append("value", json.document(report))));
      case Change.OfInteraction(var interaction) -> {
        var details = interaction.details();
        yield Optional.of(
            new View(
                Thing.INTERACTION,
                thing(key(workspace, account, interaction.id()), account, rev)
                    .append("at", Date.from(details.at()))
                    .append("channel", details.channel())
                    .append("contacts", details.contacts())
                    .append("withdrawn", interaction.withdrawn())
                    .append("search", words(details.subject(), details.summary()))
                    .append("value", json.document(interaction))));
      }
    };
  }

  private View contact(String workspace, String account, Contact contact, long rev) {
    var details = contact.details();
    return new View(
        Thing.CONTACT,
        thing(workspace + "/" + contact.id(), account, rev)
            .append("name", plain(details.name()))
            .append("email", details.email())
            .append("roles", details.roles())
            .append("active", contact.active())
            .append(ContactMarks.UNMET, details.email() != null || contact.person() != null)
            .append(
                "search",
                words(details.name(), details.email(), details.title(), details.department()))
            .append("value", json.document(contact)));
  }

  private View deal(String workspace, String account, Deal deal, long rev) {
    var details = deal.details();
    return new View(
        Thing.DEAL,
        thing(workspace + "/" + deal.id(), account, rev)
            .append("name", plain(details.name()))
            .append("stage", deal.stage())
            .append("kind", details.kind())
            .append("open", deal.open())
            .append("closesOn", details.closesOn() == null ? NO_DAY : details.closesOn().toString())
            .append("search", words(details.name()))
            .append("value", json.document(deal)));
  }

  private static Document thing(String key, String account, long rev) {
    return new Document("_id", key).append("account", account).append("rev", rev);
  }

  static String key(String workspace, String account, String id) {
    return workspace + "/" + account + "/" + id;
  }

  static String reportKey(String workspace, String account, String kind, String id) {
    return workspace + "/" + account + "/" + kind + "/" + id;
  }

  private static Date at(Report report) {
    return Date.from(
        switch (report) {
          case Report.Usage it -> it.day().atStartOfDay().toInstant(ZoneOffset.UTC);
          case Report.Ticket it -> it.openedAt();
          case Report.Goal it -> it.dueOn().atStartOfDay().toInstant(ZoneOffset.UTC);
          case Report.Roi it -> it.on().atStartOfDay().toInstant(ZoneOffset.UTC);
          case Report.Nps it -> it.at();
        });
  }

  private static String words(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null)
        .map(Views::plain)
        .collect(Collectors.joining("\n"));
  }

  /** The words a query asks for, as they are compared. */
  static List<String> asked(String query) {
    return Stream.of(plain(query).split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  static String plain(@Nullable String text) {
    var decomposed = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
