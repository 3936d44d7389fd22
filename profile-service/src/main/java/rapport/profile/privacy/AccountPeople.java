package rapport.profile.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Interaction;
import rapport.profile.account.InteractionDetails;
import rapport.profile.account.Source;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountJson;
import rapport.runtime.privacy.Kept;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Trace;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.store.WorkspaceCollection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * People of accounts. An account is not one person's: its contact stays as somebody without a name,
 * and what they took part in stays without its words, so that how the account does is the same as
 * before. The past of the account is written anew the same way.
 */
@Component
class AccountPeople implements Kept {

  private final WorkspaceCollection contacts;
  private final WorkspaceCollection interactions;
  private final WorkspaceCollection commits;
  private final AccountDesk desk;
  private final AccountJson json;
  private final Clock clock;

  AccountPeople(DocumentStore store, AccountDesk desk, AccountJson json, Clock clock) {
    this.contacts = store.collection("contacts");
    this.interactions = store.collection("interactions");
    this.commits = store.collection("account_commits");
    this.desk = desk;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public String store() {
    return "accounts";
  }

  @Override
  public Mono<List<Trace>> traces(String workspace, List<Subject> people) {
    var all = Subject.together(people);
    var byId = new HashMap<String, BitSet>();
    for (int n = 0; n < people.size(); n++) {
      var one = n;
      var it = people.get(n);
      Stream.of(Subject.keys(workspace, it.contacts()), it.contacts(), it.emails(), it.people())
          .flatMap(List::stream)
          .forEach(id -> byId.computeIfAbsent(id, _ -> new BitSet()).set(one));
    }
    return Trace.of(
        Flux.concat(named(workspace, all), spoken(workspace, all)),
        people.size(),
        document -> {
          var whose = new BitSet();
          Stream.concat(
                  Stream.of(
                      document.get("_id", ""),
                      document.get("email", ""),
                      document.get("value", new Document()).get("person", "")),
                  document.getList("contacts", String.class, List.of()).stream())
              .forEach(id -> whose.or(byId.getOrDefault(id, whose)));
          return whose.stream();
        },
        _ -> Subject.NOBODY);
  }

  @Override
  public Flux<Document> export(String workspace, Subject subject) {
    return Flux.concat(theirs(workspace, subject), spoken(workspace, subject))
        .map(document -> document.get("value", new Document()));
  }

  @Override
  public Mono<Void> erase(String workspace, Subject subject) {
    return theirs(workspace, subject)
        .collectMultimap(AccountPeople::account, contact -> id(workspace, contact))
        .flatMapIterable(Map::entrySet)
        .concatMap(it -> erase(workspace, it.getKey(), Set.copyOf(it.getValue())))
        .then();
  }

  private Mono<Void> erase(String workspace, String account, Set<String> ids) {
    var source = new Source("rapport", "privacy", clock.instant());
    return talksOf(workspace, account, ids)
        .collectList()
        .flatMap(talks ->
            desk.change(
                    workspace,
                    account,
                    source,
                    AccountDesk.Decision.of(state -> {
                      var changes = new ArrayList<Change>();
                      state.contacts().values().stream()
                          .filter(contact -> ids.contains(contact.id()))
                          .filter(contact -> !contact.isErased())
                          .map(this::nobody)
                          .map(Change.OfContact::new)
                          .forEach(changes::add);
                      talks.stream()
                          .map(AccountPeople::wordless)
                          .map(Change.OfInteraction::new)
                          .forEach(changes::add);
                      return changes;
                    }))
                .then(past(workspace, account, ids)));
  }

  private Contact nobody(Contact contact) {
    return new Contact(
        contact.id(),
        contact.rev() + 1,
        nobody(contact.details()),
        "manual",
        null,
        null,
        contact.leftAt() == null ? clock.instant() : contact.leftAt(),
        contact.createdAt(),
        clock.instant(),
        Map.of());
  }

  private static ContactDetails nobody(ContactDetails details) {
    return new ContactDetails(
        Contact.ERASED,
        null,
        null,
        null,
        null,
        details.level(),
        details.roles(),
        List.of(),
        null,
        null,
        null);
  }

  /** Who took part stays, as an id that is nobody's any more: how the account does rests on it. */
  private static Interaction wordless(Interaction talk) {
    var it = talk.details();
    return new Interaction(
        talk.id(),
        new InteractionDetails(
            it.source(),
            it.externalId(),
            it.channel(),
            it.at(),
            it.direction(),
            it.contacts(),
            it.ourPeople(),
            it.ourExecutive(),
            it.sentiment(),
            Contact.ERASED,
            null,
            null,
            null,
            null,
            it.competitors()),
        talk.recordedAt(),
        talk.withdrawn());
  }

  /** What the account's commits say of them; it cannot be made of the account as it stands. */
  private Mono<Void> past(String workspace, String account, Set<String> ids) {
    return commits
        .find(workspace, eq("account", account), Sorts.ascending("_id"))
        .concatMap(commit -> {
          var before = commit.getList("changes", Document.class, List.of());
          var after = before.stream().map(change -> rewritten(change, ids)).toList();
          return after.equals(before)
              ? Mono.just(true)
              : commits.update(
                  workspace,
                  eq("_id", Objects.requireNonNull(commit.getString("_id"))),
                  set("changes", after));
        })
        .then();
  }

  private Document rewritten(Document change, Set<String> ids) {
    var value = change.get("value", Document.class);
    @Nullable Object changed =
        switch (change.get("kind", "")) {
          case "contact" -> ids.contains(change.getString("id")) ? contact(value) : null;
          case "interaction" -> interaction(value, ids);
          default -> null;
        };
    if (changed == null) {
      return change;
    }
    var after = new Document(change).append("value", json.document(changed));
    after.computeIfPresent("edits", (_, _) -> List.of());
    return after;
  }

  private @Nullable Contact contact(@Nullable Document value) {
    if (value == null) {
      return null;
    }
    var contact = json.read(value, Contact.class);
    return new Contact(
        contact.id(),
        contact.rev(),
        nobody(contact.details()),
        "manual",
        null,
        null,
        contact.leftAt(),
        contact.createdAt(),
        contact.changedAt(),
        Map.of());
  }

  private @Nullable Interaction interaction(@Nullable Document value, Set<String> ids) {
    if (value == null) {
      return null;
    }
    var talk = json.read(value, Interaction.class);
    return talk.details().contacts().stream().anyMatch(ids::contains) ? wordless(talk) : null;
  }

  private Flux<Interaction> talksOf(String workspace, String account, Set<String> ids) {
    return interactions
        .find(
            workspace,
            and(eq("account", account), in("contacts", ids), worded()),
            Sorts.ascending("_id"))
        .map(document -> json.read(document.get("value", new Document()), Interaction.class));
  }

  private Flux<Document> theirs(String workspace, Subject subject) {
    return contacts.find(workspace, whose(workspace, subject), Sorts.ascending("_id"));
  }

  private Flux<Document> named(String workspace, Subject subject) {
    return theirs(workspace, subject)
        .filter(document -> !Contact.ERASED.equals(document.getString("name")));
  }

  private Flux<Document> spoken(String workspace, Subject subject) {
    return subject.contacts().isEmpty()
        ? Flux.empty()
        : interactions.find(
            workspace, and(in("contacts", subject.contacts()), worded()), Sorts.ascending("_id"));
  }

  private static Bson worded() {
    return ne("value.details.subject", Contact.ERASED);
  }

  private static Bson whose(String workspace, Subject subject) {
    return or(
        in("_id", Subject.keys(workspace, subject.contacts())),
        in("email", subject.emails()),
        in("value.person", subject.people()));
  }

  private static String account(Document contact) {
    return Objects.requireNonNull(contact.getString("account"));
  }

  private static String id(String workspace, Document document) {
    return Objects.requireNonNull(document.getString("_id")).substring(workspace.length() + 1);
  }
}
