package rapport.integrations.notice.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.automation.store.Subjects.Ref;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.DeliveryIds;
import rapport.integrations.delivery.Parcel;
import rapport.integrations.delivery.engine.Owing;
import rapport.integrations.mail.MailPage;
import rapport.integrations.mail.Texts;
import rapport.integrations.notice.Channel;
import rapport.integrations.notice.Occasion;
import rapport.integrations.notice.Rule;
import rapport.integrations.notice.store.Rules;
import rapport.integrations.notice.store.Waiting;
import rapport.integrations.notice.store.Waiting.Item;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes one message of everything a channel of a rule is to be told by now. */
@Component
public final class Telling {

  /** What such deliveries are called in the log. */
  static final String TYPE = "rapport.notice";

  private static final int AT_ONCE = 500;
  private static final int LINES = 20;

  private final Rules rules;
  private final Waiting waiting;
  private final Subjects subjects;
  private final Owing owing;
  private final Clock clock;

  public Telling(Rules rules, Waiting waiting, Subjects subjects, Owing owing, Clock clock) {
    this.rules = rules;
    this.waiting = waiting;
    this.subjects = subjects;
    this.owing = owing;
    this.clock = clock;
  }

  private record Group(String workspace, String rule, String channel) {}

  /** Tells what is due; how many messages that makes. */
  public Mono<Long> pass() {
    return waiting
        .due(clock.instant(), AT_ONCE)
        .collectList()
        .flatMapMany(due -> Flux.fromIterable(grouped(due).entrySet()))
        .concatMap(group -> told(group.getKey(), group.getValue()))
        .count();
  }

  private static Map<Group, List<Item>> grouped(List<Item> due) {
    var groups = new LinkedHashMap<Group, List<Item>>();
    for (var item : due) {
      var group = new Group(item.workspace(), item.rule(), item.channel());
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(item);
    }
    return groups;
  }

  /** First it is owed, then noted as told; a rule that was deleted meanwhile tells nothing more. */
  private Mono<List<Item>> told(Group group, List<Item> items) {
    return rules
        .find(group.workspace(), group.rule())
        .flatMapIterable(rule ->
            rule.channels().stream()
                .filter(channel -> channel.key().equals(group.channel()))
                .map(channel -> new Told(group, rule, channel, items))
                .toList())
        .concatMap(this::owed)
        .then(waiting.told(items))
        .thenReturn(items);
  }

  private record Told(Group group, Rule rule, Channel channel, List<Item> items) {}

  private Mono<Delivery> owed(Told told) {
    var texts = Texts.of(told.rule().locale());
    return Flux.fromIterable(told.items())
        .take(LINES)
        .concatMap(item -> line(texts, item))
        .collectList()
        .flatMap(lines -> owing.owe(told.group().workspace(), delivery(told, texts, lines)));
  }

  private Mono<String> line(Texts texts, Item item) {
    var notice = item.notice();
    var values = new LinkedHashMap<>(notice.values());
    values.put("about", notice.about());
    if (isOfLead(notice.occasion())) {
      return Mono.just(texts.get("notice." + notice.occasion().wire(), values));
    }
    return subjects
        .find(new Ref(item.workspace(), new Subject("account", notice.about())))
        .map(stored -> {
          if (stored.state().facts().get("account_name") instanceof String name) {
            values.put("about", name);
          }
          return texts.get("notice." + notice.occasion().wire(), values);
        });
  }

  private static boolean isOfLead(Occasion occasion) {
    return switch (occasion) {
      case LEAD_OPENED, LEAD_WON, LEAD_LOST -> true;
      case HEALTH_DROP,
          ENGAGEMENT_CHANGE,
          COMPETITIVE_THREAT,
          EXPANSION_SIGNAL,
          RENEWAL_RISK,
          ALERT_CLEARED ->
          false;
    };
  }

  private Delivery delivery(Told told, Texts texts, List<String> lines) {
    var paragraphs = new ArrayList<>(lines);
    var more = told.items().size() - lines.size();
    if (more > 0) {
      paragraphs.add(texts.get("notice.more", Map.of("count", Integer.toString(more))));
    }
    var parcel = parcel(told.channel(), texts, paragraphs, told.items().size());
    var events = told.items().stream().map(Item::id).sorted().toList();
    var message = DeliveryIds.message(told.group().workspace(), TYPE, String.join("\n", events));
    var id = DeliveryIds.delivery(message + "\n" + told.channel().key(), parcel.destination());
    var now = clock.instant();
    return Delivery.owed(id, message, TYPE, told.rule().name(), parcel, now, now);
  }

  private static Parcel parcel(Channel channel, Texts texts, List<String> lines, int count) {
    return switch (channel) {
      case Channel.Slack(var name) -> new Parcel.Chat(null, name, String.join("\n", lines));
      case Channel.Email(var to) -> {
        var page = new MailPage(texts, lines, null, null);
        var subject =
            count == 1
                ? lines.getFirst()
                : texts.get("notice.subject", Map.of("count", Integer.toString(count)));
        yield new Parcel.Mail(to, subject, page.text(), page.html());
      }
    };
  }
}
