package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.Account;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.Deal;
import rapport.profile.account.Interaction;
import rapport.profile.account.Report;
import rapport.profile.account.Source;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.profile.account.store.AccountJson;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Redaction;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is told of people elsewhere in accounts: in deals and goals, in notes about others, in what
 * others took part in. The mentions are taken out of what stands there now, and of every commit
 * that led to it. Only texts are touched that may say anything; a name that is a contact's own, or
 * a company's, may be somebody else's.
 */
@Component
class AccountMentions implements Kept {

  private static final String COMMITS = "account_commits";

  /** The fields, by kind of thing, that people write freely. */
  private static final Map<String, Set<String>> TEXTS =
      Map.of(
          "account", Set.of("description"),
          "contact", Set.of("notes"),
          "deal", Set.of("name", "pain", "nextStep", "reason"),
          "goal", Set.of("name"),
          "interaction", Set.of("subject", "summary", "outcome", "nextStep"),
          "ticket", Set.of("subject"));

  private final WorkspaceCollection accounts;
  private final WorkspaceCollection interactions;
  private final WorkspaceCollection commits;
  private final AccountDesk desk;
  private final AccountJson json;
  private final Clock clock;

  AccountMentions(DocumentStore store, AccountDesk desk, AccountJson json, Clock clock) {
    this.accounts = store.collection("accounts");
    this.interactions = store.collection("interactions");
    this.commits = store.collection(COMMITS);
    this.desk = desk;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String store() {
    return COMMITS;
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var redaction = Redaction.of(people);
    return redaction == null
        ? Trace.none(people.size())
        : Trace.of(
            all(commits, workspace), people.size(), redaction::mentioned, _ -> Subject.NOBODY);
  }

  /** Nothing: a commit is of many people, and what it says of this one is in its place. */
  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Flux.empty();
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    var redaction = Redaction.of(List.of(subject));
    return redaction == null
        ? Mono.empty()
        : now(workspace, redaction)
            .then(talks(workspace, redaction))
            .then(past(workspace, redaction));
  }

  /** What accounts know of themselves. */
  private Mono<Void> now(String workspace, Redaction redaction) {
    return mentioning(accounts, workspace, redaction)
        .concatMap(document ->
            desk.change(
                workspace,
                account(document),
                source(),
                Decision.of(state -> changes(state, redaction))))
        .then();
  }

  private List<Change> changes(AccountState state, Redaction redaction) {
    var changes = new ArrayList<Change>();
    changed("account", state.known(), Account.class, redaction)
        .map(it -> new Change.OfAccount(it, ""))
        .ifPresent(changes::add);
    state.contacts().values().stream()
        .flatMap(it -> changed("contact", it, Contact.class, redaction).stream())
        .map(Change.OfContact::new)
        .forEach(changes::add);
    state.deals().values().stream()
        .flatMap(it -> changed("deal", it, Deal.class, redaction).stream())
        .map(Change.OfDeal::new)
        .forEach(changes::add);
    state.goals().values().stream()
        .flatMap(it -> changed("goal", it, Report.Goal.class, redaction).stream())
        .map(Change.OfReport::new)
        .forEach(changes::add);
    return changes;
  }

  private Mono<Void> talks(String workspace, Redaction redaction) {
    return mentioning(interactions, workspace, redaction)
        .concatMap(document ->
            desk.change(
                workspace,
                account(document),
                source(),
                _ ->
                    interactions
                        .findOne(workspace, eq("_id", document.getString("_id")))
                        .map(now -> json.read(now.get("value", new Document()), Interaction.class))
                        .map(talk -> changed("interaction", talk, Interaction.class, redaction))
                        .map(it -> it.<Change>map(Change.OfInteraction::new).stream().toList())))
        .then();
  }

  /** The next revision of a thing, without mentions; empty when there are none. */
  private <T> Optional<T> changed(String kind, T thing, Class<T> type, Redaction redaction) {
    var before = json.document(thing);
    var after = texts(kind, before, redaction);
    if (after.equals(before)) {
      return Optional.empty();
    }
    after.computeIfPresent("rev", (_, rev) -> ((Number) rev).longValue() + 1);
    return Optional.of(json.read(after, type));
  }

  private Mono<Void> past(String workspace, Redaction redaction) {
    return mentioning(commits, workspace, redaction)
        .concatMap(commit ->
            commits.update(
                workspace,
                eq("_id", Objects.requireNonNull(commit.getString("_id"))),
                combine(
                    set("changes", each(commit, "changes", it -> rewritten(it, redaction))),
                    set("messages", each(commit, "messages", it -> told(it, redaction))))))
        .then();
  }

  private static List<Document> each(
      Document commit, String field, UnaryOperator<Document> rewrite) {
    return commit.getList(field, Document.class, List.of()).stream().map(rewrite).toList();
  }

  private static Document rewritten(Document change, Redaction redaction) {
    var kind = change.get("kind", "");
    var after = without(change, Set.of("reason"), redaction::of);
    after.computeIfPresent(
        "value",
        (_, value) -> {
          var without = texts(kind, (Document) value, redaction);
          return kind.equals("contact") ? withoutAddress(without, redaction) : without;
        });
    var edits = Set.of("from", "to");
    after.put("edits", each(change, "edits", edit -> without(edit, edits, redaction::of)));
    return after;
  }

  /** An address that was theirs for a while, and is another contact's now, or nobody's. */
  private static Document withoutAddress(Document contact, Redaction redaction) {
    var details = new Document(contact.get("details", new Document()));
    details.computeIfPresent(
        "email", (_, email) -> redaction.of((String) email).equals(email) ? email : null);
    return new Document(contact).append("details", details);
  }

  /** As on the topic, where a commit is told of again when it is missing. */
  private static Document told(Document message, Redaction redaction) {
    return without(message, Set.of("value"), redaction::of);
  }

  /** What stands for a short name may be longer than it, and a field may be full. */
  private static Document texts(String kind, Document before, Redaction redaction) {
    return without(
        before,
        TEXTS.getOrDefault(kind, Set.of()),
        text -> {
          var after = redaction.of(text);
          return after.substring(0, Math.min(after.length(), text.length()));
        });
  }

  /** A copy with these fields rewritten, however deep they lie. */
  private static Document without(
      Document before, Set<String> fields, UnaryOperator<String> rewrite) {
    var after = new Document();
    before.forEach((field, value) -> after.append(field, without(field, value, fields, rewrite)));
    return after;
  }

  private static @Nullable Object without(
      String field, @Nullable Object value, Set<String> fields, UnaryOperator<String> rewrite) {
    return switch (value) {
      case Document nested -> without(nested, fields, rewrite);
      case List<?> several ->
          several.stream().<@Nullable Object>map(it -> without("", it, fields, rewrite)).toList();
      case String text when fields.contains(field) -> rewrite.apply(text);
      case null, default -> value;
    };
  }

  private static Flux<Document> mentioning(
      WorkspaceCollection documents, String workspace, Redaction redaction) {
    return all(documents, workspace)
        .filter(document -> redaction.mentioned(document).findAny().isPresent());
  }

  private static Flux<Document> all(WorkspaceCollection documents, String workspace) {
    return documents.find(workspace, empty(), Sorts.ascending("_id"));
  }

  private static String account(Document document) {
    return Objects.requireNonNull(document.getString("account"));
  }

  private Source source() {
    return new Source("rapport", "privacy", clock.instant());
  }
}
