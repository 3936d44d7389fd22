package rapport.integrations.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.IntegrationEvent.Person;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Sides;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who people are, asked for one by one and remembered for an hour. */
final class SlackPeople {

  /**
   * Our workspace over there.
   *
   * @param url of its pages, with a slash at its end
   */
  record Team(String id, String url) {}

  /**
   * Somebody, or some bot.
   *
   * @param until when they are asked for again
   */
  record Known(Person person, boolean bot, String until) {

    boolean isTheirs() {
      return !bot && person.side().equals("theirs");
    }
  }

  /** Those in a channel; nobody in particular if they are many. */
  record Members(List<String> ids, String until) {
    Members {
      ids = List.copyOf(ids);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final int MOST_REMEMBERED = 5_000;
  private static final int MOST_SPOKEN_TO = 50;

  private SlackPeople() {}

  static Mono<Team> team(Access access) {
    var known = access.memory().get("team");
    return known != null
        ? Mono.just(JSON.readValue(known, Team.class))
        : SlackApi.ask(access, "auth.test", Map.of())
            .map(who ->
                new Team(
                    who.path("team_id").asString(""),
                    who.path("url").asString("").replaceFirst("/*$", "/")))
            .doOnNext(team -> remember(access, "team", JSON.writeValueAsString(team)));
  }

  /** Those with these ids; of an id that Slack does not tell about, only the id. */
  static Mono<Map<String, Known>> named(Access access, Collection<String> ids, Instant now) {
    return team(access)
        .flatMap(team ->
            Flux.fromIterable(ids)
                .distinct()
                .concatMap(id -> one(access, team, id, now))
                .collectMap(known -> String.valueOf(known.person().record())));
  }

  /** Their people in a channel, to whom everything there is said. */
  static Mono<List<Person>> spokenTo(Access access, String channel, Instant now) {
    return members(access, channel, now)
        .flatMap(members -> named(access, members.ids(), now))
        .map(all ->
            all.values().stream()
                .filter(Known::isTheirs)
                .map(Known::person)
                .sorted((one, other) ->
                    String.valueOf(one.record()).compareTo(String.valueOf(other.record())))
                .toList());
  }

  private static Mono<Members> members(Access access, String channel, Instant now) {
    var key = "members/" + channel;
    var known = access.memory().get(key);
    var members = known == null ? null : JSON.readValue(known, Members.class);
    if (members != null && isFresh(members.until(), now)) {
      return Mono.just(members);
    }
    var limit = Integer.toString(MOST_SPOKEN_TO);
    return SlackApi.ask(access, "conversations.members", Map.of("channel", channel, "limit", limit))
        .map(body -> {
          var isMany = !SlackApi.nextCursor(body).isEmpty();
          var ids =
              isMany
                  ? Stream.<String>empty()
                  : body.path("members").valueStream().map(id -> id.asString(""));
          return new Members(ids.toList(), now.plus(REMEMBERED).toString());
        })
        .doOnNext(found -> remember(access, key, JSON.writeValueAsString(found)));
  }

  private static Mono<Known> one(Access access, Team team, String id, Instant now) {
    var key = "user/" + id;
    var text = access.memory().get(key);
    var known = text == null ? null : JSON.readValue(text, Known.class);
    if (known != null && isFresh(known.until(), now)) {
      return Mono.just(known);
    }
    var sides = Sides.of(access.setting(SlackDescription.OUR_DOMAINS).orElse(""));
    var until = now.plus(REMEMBERED).toString();
    return SlackApi.ask(access, "users.info", Map.of("user", id))
        .map(body -> known(id, body.path("user"), team, sides, until))
        .onErrorResume(
            failure -> failure instanceof ConnectorException e && e.code().equals(SlackApi.NOBODY),
            _ -> Mono.just(new Known(new Person(id, null, null, "unknown"), false, until)))
        .doOnNext(found -> remember(access, key, JSON.writeValueAsString(found)));
  }

  private static boolean isFresh(String until, Instant now) {
    return Instant.parse(until).isAfter(now);
  }

  private static void remember(Access access, String key, String value) {
    if (access.memory().size() > MOST_REMEMBERED) {
      access.memory().clear();
    }
    access.memory().put(key, value);
  }

  private static Known known(String id, JsonNode user, Team team, Sides sides, String until) {
    var profile = user.path("profile");
    var address = text(profile.path("email"));
    var email = address == null ? null : address.toLowerCase(Locale.ROOT);
    var name =
        Stream.of(profile.path("real_name"), user.path("real_name"), user.path("name"))
            .flatMap(node -> Stream.ofNullable(text(node)))
            .findFirst()
            .orElse(null);
    var person = new Person(id, name, email, side(user, team, sides.side(email)));
    return new Known(person, user.path("is_bot").asBoolean(false), until);
  }

  /**
   * Members of our workspace are ours, those of others theirs, and guests what their address is.
   */
  private static String side(JsonNode user, Team team, String byAddress) {
    if (byAddress.equals("ours")) {
      return byAddress;
    }
    var isGuest =
        user.path("is_restricted").asBoolean(false)
            || user.path("is_ultra_restricted").asBoolean(false);
    var isOfTeam = user.path("team_id").asString("").equals(team.id());
    return !isOfTeam ? "theirs" : isGuest ? byAddress : "ours";
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank() ? node.stringValue() : null;
  }
}
