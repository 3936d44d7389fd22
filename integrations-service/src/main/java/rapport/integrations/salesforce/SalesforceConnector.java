package rapport.integrations.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.IntegrationEvent.DealPerson;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Page;
import rapport.integrations.connector.Pushing;
import rapport.integrations.connector.Reading;
import rapport.integrations.connector.Sending;
import rapport.integrations.connector.SignedIn;
import rapport.integrations.outbound.Message;
import rapport.integrations.outbound.Outcome;
import rapport.integrations.push.Kind;
import rapport.runtime.egress.Fetched;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Reads accounts, contacts, leads, opportunities and cases, and what became of leads; writes
 * records by our id of them, single ones or in collections.
 */
@Component
public final class SalesforceConnector implements Reading, Sending, Pushing {

  /** Date headers are written in seconds, after the query was answered. */
  private static final Duration HEADER_SLACK = Duration.ofMinutes(1);

  static final String OUR_ID_KNOWN = "our-id:";

  private final Clock clock;

  public SalesforceConnector(Clock clock) {
    this.clock = clock;
  }

  @Override
  public ConnectorDescription description() {
    return SalesforceDescription.IT;
  }

  @Override
  public Mono<SignedIn> test(Access access) {
    return RestApi.get(access, "/services/oauth2/userinfo")
        .map(answer -> signedIn(RestApi.json(answer)))
        .flatMap(found ->
            RestApi.get(access, RestApi.query("SELECT Id FROM Account LIMIT 1")).thenReturn(found));
  }

  private static SignedIn signedIn(JsonNode who) {
    var user = who.path("preferred_username").asString("somebody");
    var organisation = who.path("organization_id").asStringOpt().orElse(null);
    return new SignedIn(
        "Signed in as "
            + user
            + " of organisation "
            + (organisation == null ? "?" : organisation)
            + ".",
        organisation);
  }

  @Override
  public Mono<Page> read(Access access, String feed, @Nullable String cursor) {
    var object = SObject.of(feed).orElseThrow();
    var place = Place.read(cursor);
    return answer(access, object, place).flatMap(answer -> page(access, object, place, answer));
  }

  /** The rest of the answer before; when it is gone, everything after the row read last. */
  private Mono<Fetched> answer(Access access, SObject object, Place place) {
    return place.next() == null
        ? asked(access, object, place)
        : RestApi.get(access, place.next())
            .onErrorResume(
                failure -> is(failure, "locator-lost"),
                _ -> asked(access, object, place.withoutRest()));
  }

  /** Without the field for our id, too, since not every organisation has it. */
  private Mono<Fetched> asked(Access access, SObject object, Place place) {
    var known = OUR_ID_KNOWN + object.api();
    var withOurId = !"none".equals(access.memory().get(known));
    return RestApi.ask(access, Soql.after(object, withOurId, place), object.rows())
        .onErrorResume(
            failure -> withOurId && is(failure, "field-missing") && names(failure, Soql.OUR_ID),
            _ -> {
              access.memory().put(known, "none");
              return asked(access, object, place);
            });
  }

  private static boolean is(Throwable failure, String code) {
    return failure instanceof ConnectorException e && e.code().equals(code);
  }

  private static boolean names(Throwable failure, String field) {
    return failure instanceof ConnectorException e && e.detail().contains(field);
  }

  private Mono<Page> page(Access access, SObject object, Place place, Fetched answer) {
    var body = RestApi.json(answer);
    var rows = body.path("records").valueStream().map(Row::new).toList();
    var rest = body.path("nextRecordsUrl").asString("");
    var read = place.begun(now(answer).minus(HEADER_SLACK));
    if (!rows.isEmpty()) {
      var last = rows.getLast();
      var stamp = Stamps.of(Stamps.read(last.stamp()));
      read = read.after(stamp, last.id(), rest.isEmpty() ? null : rest);
    }
    var more = !rest.isEmpty();
    var next = more ? read : read.passed();
    var total = place.stamp() == null ? total(body) : null;
    return people(access, object, rows)
        .zipWith(
            RestApi.session(access),
            (people, session) -> {
              var mapping = mapping(access, session);
              var records = rows.stream().map(row -> mapping.record(object, row, people)).toList();
              return new Page(records, next.cursor(), more, total, Usage.of(answer));
            });
  }

  private static @Nullable Long total(JsonNode body) {
    var total = body.path("totalSize");
    return total.isNumber() ? total.longValue() : null;
  }

  /** Whom closed deals are about: the leads that became them. */
  private static Mono<Map<String, List<DealPerson>>> people(
      Access access, SObject object, List<Row> rows) {
    var closed =
        object == SObject.DEAL
            ? rows.stream().filter(row -> row.flag("IsClosed") && !row.isDeleted()).toList()
            : List.<Row>of();
    return closed.isEmpty() ? Mono.just(Map.of()) : DealPeople.of(access, closed);
  }

  private static Mapping mapping(Access access, Session session) {
    var disqualified =
        Arrays.stream(access.setting("disqualified").orElse("").split(","))
            .map(status -> status.strip().toLowerCase(Locale.ROOT))
            .filter(status -> !status.isEmpty())
            .collect(Collectors.toSet());
    return new Mapping(access.connection(), session.instance(), Set.copyOf(disqualified));
  }

  @Override
  public boolean takes(Class<? extends Message> kind) {
    return kind == Message.CrmUpsert.class;
  }

  /** The key is not needed: the record itself says which one it is. */
  @Override
  public Mono<Outcome.Done> send(Access access, Message message, String key, boolean again) {
    return message instanceof Message.CrmUpsert record
        ? Upsert.of(access, record)
        : Mono.error(ConnectorException.refused("not-permitted", "Salesforce takes records only."));
  }

  @Override
  public int mostAtOnce() {
    return Records.MOST;
  }

  @Override
  public String object(Kind kind) {
    return Records.object(kind);
  }

  @Override
  public Map<String, String> proposed(Kind kind) {
    return Records.proposed(kind);
  }

  @Override
  public @Nullable String page(Access access, String remoteId) {
    return access.setting("loginUrl").orElse("").replaceAll("/+$", "") + "/" + remoteId;
  }

  @Override
  public Mono<Found> find(Access access, Target target, List<Sought> sought, Set<String> fields) {
    return Records.find(access, target.kind(), sought, fields);
  }

  @Override
  public Mono<Written> write(Access access, Target target, List<OurRecord> records) {
    return Records.write(access, target.kind(), records);
  }

  @Override
  public Mono<Removed> remove(Access access, Target target, List<String> rapportIds) {
    return Deletion.of(access, target.kind(), rapportIds);
  }

  private Instant now(Fetched answer) {
    try {
      return answer
          .header("date")
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .orElseGet(clock::instant);
    } catch (DateTimeParseException _) {
      return clock.instant();
    }
  }
}
