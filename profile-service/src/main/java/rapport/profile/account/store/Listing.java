package rapport.profile.account.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.profile.account.Contact;
import rapport.profile.account.Deal;
import rapport.profile.account.Interaction;
import rapport.profile.account.Report;
import rapport.profile.account.store.AccountCollections.Thing;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of accounts and of their things, page by page. */
@Component
public final class Listing {

  private final AccountCollections collections;
  private final AccountJson json;
  private final Ledger ledger;

  Listing(AccountCollections collections, AccountJson json, Ledger ledger) {
    this.collections = collections;
    this.json = json;
    this.ledger = ledger;
  }

  /**
   * What a list is sorted by; ties are in the order of ids.
   *
   * @param field of the documents
   */
  public record Order(String field, boolean descending) {
    private Bson sort() {
      return descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }
  }

  /** The place of a row: what it is sorted by (a text, number or date), and its key. */
  public record Place(Object value, String key) {}

  /** A thing with the account it belongs to and the revision at which it changed last. */
  public record Row<T>(String account, long rev, T value, Place place) {}

  /**
   * What is looked for; what is null does not matter.
   *
   * @param words each of which must occur
   * @param equal values that fields must have
   */
  public record Query(List<String> words, List<Bson> equal) {

    public static Query of(@Nullable String words) {
      return new Query(words == null ? List.of() : Views.asked(words), new ArrayList<>());
    }

    public Query with(String field, @Nullable Object value) {
      if (value != null) {
        equal.add(eq(field, value));
      }
      return this;
    }

    /** Whether a field has a value. */
    public Query present(String field, @Nullable Boolean there) {
      if (there != null) {
        equal.add(there ? Filters.ne(field, null) : eq(field, null));
      }
      return this;
    }

    public Query since(String field, java.time.@Nullable Instant from) {
      if (from != null) {
        equal.add(gte(field, Date.from(from)));
      }
      return this;
    }

    public Query before(String field, java.time.@Nullable Instant to) {
      if (to != null) {
        equal.add(lt(field, Date.from(to)));
      }
      return this;
    }

    private Bson filter(Order order, @Nullable Place after) {
      var filters = new ArrayList<>(equal);
      words.forEach(word -> filters.add(regex("search", Pattern.quote(word))));
      if (after != null) {
        filters.add(beyond(order, after));
      }
      return filters.isEmpty() ? Filters.empty() : and(filters);
    }

    private static Bson beyond(Order order, Place after) {
      var field = order.field();
      return order.descending()
          ? or(lt(field, after.value()), and(eq(field, after.value()), lt("_id", after.key())))
          : or(gt(field, after.value()), and(eq(field, after.value()), gt("_id", after.key())));
    }
  }

  public Flux<Row<Head>> accounts(
      String workspace, Query query, Order order, @Nullable Place after, int limit) {
    return collections
        .accounts()
        .flatMapMany(all -> all.find(workspace, query.filter(order, after), order.sort(), limit))
        .map(document -> {
          var head = ledger.head(document);
          return new Row<>(document.getString("account"), head.rev(), head, place(document, order));
        });
  }

  public Flux<Row<Contact>> contacts(
      String workspace, Query query, Order order, @Nullable Place after, int limit) {
    return rows(workspace, Thing.CONTACT, Contact.class, query, order, after, limit);
  }

  public Flux<Row<Deal>> deals(
      String workspace, Query query, Order order, @Nullable Place after, int limit) {
    return rows(workspace, Thing.DEAL, Deal.class, query, order, after, limit);
  }

  public Flux<Row<Interaction>> interactions(
      String workspace, Query query, Order order, @Nullable Place after, int limit) {
    return rows(
        workspace,
        Thing.INTERACTION,
        Interaction.class,
        query.with("withdrawn", false),
        order,
        after,
        limit);
  }

  /** Reports of an account; the latest first. */
  public Flux<Row<Report>> reports(
      String workspace, Query query, @Nullable Place after, int limit) {
    var order = new Order("at", true);
    return collections
        .of(Thing.REPORT)
        .flatMapMany(all -> all.find(workspace, query.filter(order, after), order.sort(), limit))
        .map(document ->
            row(
                document,
                json.report(document.getString("kind"), document.get("value", Document.class)),
                order));
  }

  /** The contact and where it belongs; empty when there is none. */
  public Mono<Row<Contact>> contact(String workspace, String id) {
    return one(workspace, Thing.CONTACT, workspace + "/" + id, Contact.class);
  }

  /** The deal and where it belongs; empty when there is none. */
  public Mono<Row<Deal>> deal(String workspace, String id) {
    return one(workspace, Thing.DEAL, workspace + "/" + id, Deal.class);
  }

  /** An interaction of an account, also one that was withdrawn; empty when there is none. */
  public Mono<Row<Interaction>> interaction(String workspace, String account, String id) {
    return one(workspace, Thing.INTERACTION, Views.key(workspace, account, id), Interaction.class);
  }

  /** Reports of an account of one kind with these ids, as far as there are. */
  public Flux<Report> reports(String workspace, String account, String kind, List<String> ids) {
    var keys = ids.stream().map(id -> Views.reportKey(workspace, account, kind, id)).toList();
    return collections
        .of(Thing.REPORT)
        .flatMapMany(
            all -> all.find(workspace, in("_id", keys), Sorts.ascending("_id"), keys.size()))
        .map(document -> json.report(kind, document.get("value", Document.class)));
  }

  private <T> Mono<Row<T>> one(String workspace, Thing thing, String key, Class<T> type) {
    return collections
        .of(thing)
        .flatMap(all -> all.findOne(workspace, eq(key)))
        .map(document ->
            row(
                document,
                json.read(document.get("value", Document.class), type),
                new Order("_id", false)));
  }

  private <T> Flux<Row<T>> rows(
      String workspace,
      Thing thing,
      Class<T> type,
      Query query,
      Order order,
      @Nullable Place after,
      int limit) {
    return collections
        .of(thing)
        .flatMapMany(all -> all.find(workspace, query.filter(order, after), order.sort(), limit))
        .map(document ->
            row(document, json.read(document.get("value", Document.class), type), order));
  }

  private static <T> Row<T> row(Document document, T value, Order order) {
    return new Row<>(
        document.getString("account"),
        document.get("rev", Number.class).longValue(),
        value,
        place(document, order));
  }

  private static Place place(Document document, Order order) {
    return new Place(
        Objects.requireNonNull(document.get(order.field())), document.getString("_id"));
  }
}
