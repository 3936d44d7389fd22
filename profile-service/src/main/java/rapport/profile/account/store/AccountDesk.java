package rapport.profile.account.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import rapport.profile.account.Account;
import rapport.profile.account.AccountState;
import rapport.profile.account.Change;
import rapport.profile.account.Contact;
import rapport.profile.account.Contract;
import rapport.profile.account.Deal;
import rapport.profile.account.Interaction;
import rapport.profile.account.Signals;
import rapport.profile.account.Source;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.problem.Problem;
import rapport.runtime.store.DuplicateKeyException;
import reactor.core.publisher.Mono;

/**
 * Where accounts are changed: reads, lets somebody decide, and writes, again from the beginning
 * when somebody else wrote meanwhile.
 */
@Component
public final class AccountDesk {

  private static final int TRIES = 8;

  private final Ledger ledger;
  private final Elsewhere elsewhere;
  private final AccountJson json;
  private final Feeds feeds;
  private final ObjectProvider<OutboxRelay> relay;

  AccountDesk(
      Ledger ledger,
      Elsewhere elsewhere,
      AccountJson json,
      Feeds feeds,
      ObjectProvider<OutboxRelay> relay) {
    this.ledger = ledger;
    this.elsewhere = elsewhere;
    this.json = json;
    this.feeds = feeds;
    this.relay = relay;
  }

  /** Decides on an account as it stands. */
  public interface Decision {
    Mono<List<Change>> on(AccountState state);

    /** One that needs nothing but the account. */
    static Decision of(Function<AccountState, List<Change>> decide) {
      return state -> Mono.fromCallable(() -> decide.apply(state));
    }
  }

  /** The account after what was decided, whether or not that changed anything. */
  public record Written(Head head, List<Change> changes) {}

  /** The key by which feeds hear that a workspace's accounts moved. */
  public static String listKey(String workspace) {
    return workspace + "/accounts";
  }

  /**
   * Changes an account.
   *
   * @return fails with what the decision fails with, and with 409 {@code conflict} when others
   *     write without end
   */
  public Mono<Written> change(String workspace, String account, Source source, Decision decision) {
    return attempt(workspace, account, source, decision, TRIES);
  }

  private Mono<Written> attempt(
      String workspace, String account, Source source, Decision decision, int tries) {
    return ledger
        .latest(workspace, account)
        .flatMap(head ->
            decision
                .on(head.state())
                .flatMap(changes ->
                    changes.isEmpty()
                        ? Mono.just(new Written(head, changes))
                        : elsewhere
                            .refuse(workspace, account, head.state(), changes)
                            .then(
                                Mono.defer(
                                    () -> write(workspace, account, source, head, changes)))))
        .onErrorResume(
            Taken.class,
            _ ->
                tries > 1
                    ? attempt(workspace, account, source, decision, tries - 1)
                    : Mono.error(
                        Problem.of(
                            HttpStatus.CONFLICT,
                            "conflict",
                            "Others are changing it; try again.")));
  }

  private Mono<Written> write(
      String workspace, String account, Source source, Head head, List<Change> changes) {
    var signals = Signals.of(head.state(), changes, source.by(), source.at());
    var commit =
        Commit.beginning(
            Commit.of(
                workspace,
                account,
                head.rev(),
                source,
                changes.stream().map(change -> described(head.state(), change)).toList(),
                signals),
            Elsewhere.begun(workspace, head.state(), changes));
    return ledger
        .append(workspace, commit)
        .onErrorResume(
            DuplicateKeyException.class,
            _ -> elsewhere.refuse(workspace, commit).then(Mono.error(new Taken())))
        .doOnSuccess(_ -> relay.ifAvailable(it -> it.publish(Commit.entry(commit), head.rev())))
        .then(Mono.defer(() -> ledger.apply(workspace, head, commit)))
        .doOnNext(_ -> {
          feeds.changed(workspace + "/" + account);
          feeds.changed(listKey(workspace));
        })
        .map(after -> new Written(after, changes));
  }

  /** The change with the fields that differ from before, for whoever reads the history. */
  private Document described(AccountState before, Change change) {
    var document = json.change(change);
    var was = before(before, change);
    var edits = edits(was == null ? Map.of() : fields(was), fields(change.value()));
    return document.append("edits", edits);
  }

  private static @Nullable Object before(AccountState state, Change change) {
    return switch (change) {
      case Change.OfAccount _ -> state.account();
      case Change.OfContact(var it) -> state.contacts().get(it.id());
      case Change.OfDeal(var it) -> state.deals().get(it.id());
      case Change.OfContract(var it) -> state.contracts().get(it.id());
      case Change.OfInteraction _, Change.OfReport _ -> null;
    };
  }

  private Map<String, Object> fields(Object thing) {
    return switch (thing) {
      case Account it -> {
        var fields = json.map(it.details());
        fields.putAll(json.map(it.standing()));
        fields.put("archived", it.archived());
        yield fields;
      }
      case Contact it -> {
        var fields = json.map(it.details());
        fields.put("active", it.active());
        if (it.person() != null) {
          fields.put("person", it.person());
        }
        yield fields;
      }
      case Deal it -> {
        var fields = json.map(it.details());
        fields.put("stage", it.stage());
        yield fields;
      }
      case Contract it -> json.map(it.terms());
      case Interaction _ -> Map.of();
      default -> Map.of();
    };
  }

  private List<Document> edits(Map<String, Object> before, Map<String, Object> after) {
    var paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(after.keySet());
    return paths.stream()
        .filter(path -> !Objects.equals(before.get(path), after.get(path)))
        .map(path -> {
          var edit = new LinkedHashMap<String, Object>();
          edit.put("path", path);
          edit.computeIfAbsent("from", _ -> before.get(path));
          edit.computeIfAbsent("to", _ -> after.get(path));
          return json.document(edit);
        })
        .toList();
  }

  /** Somebody else wrote first. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Taken() {
      super(null, null, false, false);
    }
  }

  /** The account as it is listed; empty when there is none. */
  public Mono<Head> find(String workspace, String account) {
    return ledger.listed(workspace, account).filter(head -> head.rev() > 0);
  }
}
