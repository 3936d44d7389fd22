package rapport.health.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import rapport.health.store.Alerts;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Alerts as they open and change. */
@RestController
@Allow
final class AlertFeed {

  /** More changes than this within two minutes are not told one by one. */
  private static final int MOST_AT_ONCE = 200;

  /** How often the store is asked at most while accounts are evaluated by the thousand. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private static final ServerSentEvent<Object> WATCHING =
      ServerSentEvent.builder().comment("watching").build();
  private static final ServerSentEvent<Object> RELOAD =
      ServerSentEvent.builder().event("reload").data(new Reload()).build();

  /** Says nothing but its name. */
  record Reload() {}

  private final Alerts alerts;
  private final AlertViews views;
  private final Feeds feeds;
  private final Clock clock;

  AlertFeed(Alerts alerts, AlertViews views, Feeds feeds, Clock clock) {
    this.alerts = alerts;
    this.views = views;
    this.feeds = feeds;
    this.clock = clock;
    alerts.onChange(alert -> feeds.changed(alert.key()));
  }

  /**
   * Tells live of alerts that open or change in any way, from the moment of connecting, which the
   * comment {@code watching} confirms: server-sent events {@code alert}, each an alert as in the
   * list, and {@code reload} when so many changed that the list has to be read again. After a break
   * read the list again, too.
   */
  @GetMapping(path = "/api/v1/alerts/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Object>> feed(Caller caller) {
    return feeds.serve(Flux.defer(() -> watch(caller.workspace())));
  }

  private Flux<ServerSentEvent<Object>> watch(String workspace) {
    var watch = new AlertWatch(clock.instant());
    return recent(workspace, watch)
        .doOnNext(watch::news)
        .thenMany(Flux.just(WATCHING))
        .concatWith(
            feeds
                .changesOfAny(workspace)
                .concatMap(_ -> news(workspace, watch).concatWith(pause()), 1));
  }

  private Mono<List<Alerts.Stored>> recent(String workspace, AlertWatch watch) {
    return alerts.changedSince(workspace, watch.since(), MOST_AT_ONCE).collectList();
  }

  private Flux<ServerSentEvent<Object>> news(String workspace, AlertWatch watch) {
    return recent(workspace, watch)
        .flatMapMany(recent -> {
          var news = watch.news(recent);
          var isMore = recent.size() == MOST_AT_ONCE && !news.isEmpty();
          return isMore ? Flux.just(RELOAD) : shown(workspace, news);
        });
  }

  private Flux<ServerSentEvent<Object>> shown(String workspace, List<Alerts.Stored> news) {
    if (news.isEmpty()) {
      return Flux.empty();
    }
    return views
        .of(workspace, news.stream().map(Alerts.Stored::alert).toList())
        .flatMapIterable(
            view -> news.stream().map(it -> event(it, view.apply(it.alert()))).toList());
  }

  private static ServerSentEvent<Object> event(Alerts.Stored stored, AlertView view) {
    return ServerSentEvent.<Object>builder(view)
        .event("alert")
        .id(view.id() + ":" + stored.told())
        .build();
  }

  private static <T> Flux<T> pause() {
    return Flux.<T>empty().delaySubscription(PAUSE);
  }
}
