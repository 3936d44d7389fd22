package rapport.lead.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.ConversationEvent;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.LeadEvent;
import rapport.lead.visitor.Visitor;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import rapport.runtime.projection.Views;
import rapport.runtime.store.WorkspaceCollection.Write;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps visitors; what is to be told about them is in the same write. Before a visitor is given
 * out, the personas of the workspace are there to judge by.
 */
@Component
public final class Visitors implements Views<Visitor, ConversationEvent> {

  private static final News<LeadEvent> NEWS = new News<>(EventCatalog.LEAD);

  private final Collections collections;
  private final PersonaLibrary personas;
  private final WithheldConsents consents;
  private final RelaySignal relay;
  private final LeadSignal leads;

  Visitors(
      Collections collections,
      PersonaLibrary personas,
      WithheldConsents consents,
      RelaySignal relay,
      LeadSignal leads) {
    this.collections = collections;
    this.personas = personas;
    this.consents = consents;
    this.relay = relay;
    this.leads = leads;
  }

  @Override
  public Mono<Versioned<Visitor>> find(String workspace, String stream) {
    var ref = new StreamRef(workspace, stream);
    return findAll(List.of(ref)).mapNotNull(found -> found.get(ref));
  }

  @Override
  public Mono<Map<StreamRef, Versioned<Visitor>>> findAll(Collection<StreamRef> streams) {
    var keys = streams.stream().map(StreamRef::key).toList();
    var workspaces = streams.stream().map(StreamRef::workspace).collect(Collectors.toSet());
    return personas
        .ready(workspaces)
        .then(unjudged(streams))
        .flatMap(unjudged ->
            collections
                .visitors()
                .flatMapMany(all ->
                    all.acrossWorkspaces(in("_id", keys), Sorts.ascending("_id"), keys.size()))
                .collectMap(
                    document -> StreamRef.ofKey(document.getString("_id")),
                    document -> {
                      var judged = !unjudged.contains(document.getString("_id"));
                      var visitor = VisitorDocuments.visitor(document, judged);
                      return new Versioned<>(visitor, document.getLong("rev"));
                    }));
  }

  /** The keys of those who do not want to be profiled. */
  private Mono<Set<String>> unjudged(Collection<StreamRef> streams) {
    var byWorkspace = streams.stream().collect(Collectors.groupingBy(StreamRef::workspace));
    return Flux.fromIterable(byWorkspace.entrySet())
        .concatMap(in ->
            consents
                .withholding(
                    in.getKey(),
                    in.getValue().stream().map(StreamRef::stream).toList(),
                    ConsentPurpose.PROFILING)
                .flatMapIterable(withholding -> withholding)
                .map(stream -> new StreamRef(in.getKey(), stream).key()))
        .collect(Collectors.toSet());
  }

  @Override
  public Mono<Boolean> save(
      String workspace,
      String stream,
      Visitor view,
      long expectedRev,
      long newRev,
      List<Envelope<ConversationEvent>> applied) {
    var ref = new StreamRef(workspace, stream);
    return saveAll(List.of(new Change<>(ref, view, expectedRev, newRev, applied)));
  }

  @Override
  public Mono<Boolean> saveAll(List<Change<Visitor, ConversationEvent>> changes) {
    return collections
        .visitors()
        .flatMap(all -> all.writeAll(changes.stream().map(this::write).toList()))
        .doOnTerminate(() -> { // some may be saved although not all are
          changes.stream()
              .filter(change -> !news(change).isEmpty())
              .forEach(change -> relay.wake(change.stream().key()));
          if (changes.stream().anyMatch(LeadDue::is)) {
            leads.wake();
          }
        });
  }

  /** The runner may save a view and fold on. */
  private static List<Envelope<LeadEvent>> news(Change<Visitor, ConversationEvent> change) {
    return change.view().assessments().newsSince(change.expectedRev());
  }

  private Write write(Change<Visitor, ConversationEvent> change) {
    var writes = new ArrayList<Bson>();
    VisitorDocuments.fields(change.view()).forEach((name, value) -> writes.add(set(name, value)));
    writes.add(NEWS.firstOrMore(news(change)));
    writes.add(set("rev", change.newRev()));
    if (LeadDue.is(change)) {
      writes.add(set("due", true));
      writes.add(set("dueAt", Date.from(leads.dueAt(change))));
    }
    var workspace = change.stream().workspace();
    var at = and(eq(change.stream().key()), eq("rev", change.expectedRev()));
    return change.expectedRev() == 0
        ? new Write.Upsert(workspace, at, combine(writes))
        : new Write.Update(workspace, at, combine(writes));
  }
}
