package rapport.integrations.slack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The channels to read: those that an administrator named, by id or by name, and that the app is
 * in.
 */
final class SlackChannels {

  /** A channel, as it is called now. */
  record Channel(String id, String name) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, Channel>> BY_ENTRY =
      new TypeReference<>() {};
  private static final String MEMORY = "channels";
  private static final String PUBLIC = "public_channel";

  private SlackChannels() {}

  /** What an administrator wrote down. */
  static List<String> entries(Access access) {
    return access.setting(SlackDescription.CHANNELS).stream()
        .flatMap(text -> text.lines())
        .flatMap(line -> List.of(line.split("[,;\\s]+")).stream())
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }

  /**
   * What an administrator wrote down, as Slack knows it now.
   *
   * @return entries that may be read, then a failure if there are others
   */
  static Flux<String> readable(Access access) {
    return lookedUp(access)
        .flatMapMany(found -> {
          var missing = entries(access).stream().filter(Predicate.not(found::containsKey)).toList();
          var refusal =
              missing.isEmpty() ? Flux.<String>empty() : Flux.<String>error(() -> outside(missing));
          return Flux.fromIterable(found.keySet()).concatWith(refusal);
        });
  }

  private static ConnectorException outside(List<String> missing) {
    return ConnectorException.refused(
        "channel-closed",
        "The app is not in "
            + String.join(", ", missing)
            + ". Check the name, and invite the app there; private channels need the scope"
            + " groups:read.");
  }

  /** The channel of an entry. */
  static Mono<Channel> ofEntry(Access access, String entry) {
    return remembered(access)
        .flatMap(found -> Mono.justOrEmpty(found.get(entry)))
        .switchIfEmpty(Mono.error(() -> outside(List.of(entry))));
  }

  /** The channel with that id, if it is one to read. */
  static Mono<Channel> ofId(Access access, String id) {
    return entries(access).isEmpty()
        ? Mono.empty()
        : remembered(access)
            .flatMap(found ->
                Mono.justOrEmpty(
                    found.values().stream().filter(each -> each.id().equals(id)).findFirst()));
  }

  /** As it was looked up last; every turn of reading does. */
  private static Mono<Map<String, Channel>> remembered(Access access) {
    var known = access.memory().get(MEMORY);
    return known == null ? lookedUp(access) : Mono.just(JSON.readValue(known, BY_ENTRY));
  }

  private static Mono<Map<String, Channel>> lookedUp(Access access) {
    return ours(access, PUBLIC + ",private_channel")
        .onErrorResume(SlackApi::lacksScope, _ -> ours(access, PUBLIC))
        .map(all -> {
          var found = new LinkedHashMap<String, Channel>();
          entries(access)
              .forEach(entry ->
                  all.stream()
                      .filter(channel -> isMeant(channel, entry))
                      .findFirst()
                      .ifPresent(channel -> found.put(entry, channel)));
          access.memory().put(MEMORY, JSON.writeValueAsString(found));
          return found;
        });
  }

  private static boolean isMeant(Channel channel, String entry) {
    return channel.id().equals(entry)
        || channel.name().equals(entry.replaceFirst("^#", "").toLowerCase(Locale.ROOT));
  }

  /** Those the app is in. */
  private static Mono<List<Channel>> ours(Access access, String types) {
    return SlackApi.pages(access, "users.conversations", Map.of("types", types, "limit", "200"))
        .flatMapIterable(page -> page.path("channels").valueStream().toList())
        .map(SlackChannels::channel)
        .collect(Collectors.toCollection(ArrayList<Channel>::new))
        .map(List::copyOf);
  }

  private static Channel channel(JsonNode node) {
    return new Channel(node.path("id").asString(""), node.path("name").asString(""));
  }
}
