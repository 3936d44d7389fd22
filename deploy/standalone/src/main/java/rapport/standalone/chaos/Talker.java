package rapport.standalone.chaos;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.Script;
import rapport.standalone.client.UnexpectedAnswer;
import tools.jackson.databind.JsonNode;

/**
 * Holds one conversation after the other, as people do who do not trust the line: what was not
 * answered is sent again under the same id, now and then what was answered as well, and sometimes
 * they give up.
 */
final class Talker implements Runnable {

  /** Begins conversations of one kind. */
  interface Opening {
    Begun begin();
  }

  /**
   * A conversation that was begun.
   *
   * @param as who says the messages
   * @param asked what the first answer asks for
   */
  record Begun(RapportClient as, String id, String asked, Script script) {}

  private static final int TURNS = 24;
  private static final int PAUSE_MILLIS = 200;
  private static final int LONGEST_PAUSE_MILLIS = 2_000;
  private static final double AGAIN = 0.03;
  private static final double GIVE_UP = 0.02;

  private final Opening opening;
  private final Ledger ledger;
  private final Pace pace;
  private final Times times;
  private final Readers readers;
  private final Random random;

  Talker(Opening opening, Ledger ledger, Pace pace, Times times, Readers readers, long seed) {
    this.opening = opening;
    this.ledger = ledger;
    this.pace = pace;
    this.times = times;
    this.readers = readers;
    this.random = new Random(seed);
  }

  @Override
  public void run() {
    try {
      while (!pace.isOver()) {
        var begun = begin();
        if (begun != null) {
          readers.mayRead(begun.id(), random);
          hold(begun);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A conversation whose beginning was not answered is nobody's. */
  private @Nullable Begun begin() throws InterruptedException {
    try {
      return opening.begin();
    } catch (UncheckedIOException | UnexpectedAnswer e) {
      Thread.sleep(PAUSE_MILLIS);
      return null;
    }
  }

  private void hold(Begun talk) throws InterruptedException {
    var asked = talk.asked();
    var before = new HashMap<String, Integer>();
    for (var turn = 1; turn <= TURNS && !pace.isOver(); turn++) {
      pace.await();
      var text = talk.script().answer(asked, before.merge(asked, 1, Integer::sum) - 1);
      var answer = say(talk, "m" + turn, text);
      if (answer != null) {
        if (answer.path("status").asString().equals("completed")) {
          return;
        }
        asked = answer.path("asked").path(0).asString("");
      }
    }
  }

  /** The answer; null when it was given up or refused. */
  private @Nullable JsonNode say(Talker.Begun talk, String input, String text)
      throws InterruptedException {
    Supplier<JsonNode> request = () -> talk.as().say(talk.id(), input, text);
    var pause = PAUSE_MILLIS;
    while (true) {
      ledger.invoked(talk.id(), input);
      var begun = System.nanoTime();
      try {
        var answer = request.get();
        ledger.ok(talk.id(), input, digest(answer));
        times.add(System.nanoTime() - begun);
        if (random.nextDouble() < AGAIN) {
          again(talk, input, request);
        }
        return answer;
      } catch (UnexpectedAnswer e) {
        if (e.status() < 500 && !e.isTemporary() && e.status() != 409) {
          ledger.failed(talk.id(), input, String.valueOf(e.getMessage()));
          return null;
        }
        ledger.unknown(talk.id(), input, "status " + e.status());
      } catch (UncheckedIOException e) {
        ledger.unknown(talk.id(), input, String.valueOf(e.getCause()));
      }
      times.unanswered();
      if (random.nextDouble() < GIVE_UP) {
        return null;
      }
      Thread.sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private void again(Begun talk, String input, Supplier<JsonNode> request) {
    ledger.invoked(talk.id(), input);
    try {
      ledger.ok(talk.id(), input, digest(request.get()));
    } catch (UnexpectedAnswer | UncheckedIOException e) {
      ledger.unknown(talk.id(), input, "again");
    }
  }

  /** What a repeated message must be answered again. */
  private static String digest(JsonNode answer) {
    return Integer.toHexString(
        List.of(answer.path("rev").asLong(), answer.path("replies").toString()).hashCode());
  }

  /** Interviews in a flow. */
  static Opening interviews(RapportClient client, Script script) {
    return () -> {
      var begun = client.start(script.flow(), script.context());
      var asked = begun.path("asked").path(0).asString("");
      return new Begun(client, begun.path("id").asString(), asked, script);
    };
  }

  /** Visitors of a website with the widget. */
  static Opening visits(RapportClient page, String widgetKey, String site, Script script) {
    return () -> {
      var session =
          page.post(
              "/api/v1/widget/sessions",
              Map.of("widgetKey", widgetKey, "locale", "en", "page", Map.of("url", site + "/")));
      var bearer = "Bearer " + session.path("visitorToken").asString();
      return new Begun(
          page.with("Authorization", () -> bearer),
          session.path("conversationId").asString(),
          "",
          script);
    };
  }
}
