package rapport.standalone.bench;

import rapport.standalone.client.Interview;
import rapport.standalone.client.RapportClient;
import rapport.standalone.client.Script;

/** Interviews with Rapport; of some of them, record and feed are timed as well. */
final class Interviews implements Talk {

  private final RapportClient client;
  private final RapportClient watcher;
  private final Script script;
  private final int turns;
  private final int watched;
  private final Samples records;
  private final Samples feeds;

  /**
   * @param client says the messages
   * @param watcher asks for record and feed
   * @param turns messages in each at most
   * @param watched of each hundred, how many are watched
   * @param records takes the times from an answer to what is kept of it
   * @param feeds takes the times from an answer to the feed
   */
  Interviews(
      RapportClient client,
      RapportClient watcher,
      Script script,
      int turns,
      int watched,
      Samples records,
      Samples feeds) {
    this.client = client;
    this.watcher = watcher;
    this.script = script;
    this.turns = turns;
    this.watched = watched;
    this.records = records;
    this.feeds = feeds;
  }

  @Override
  public void hold(int number, Stopwatch stopwatch) {
    var interview = Interview.start(client, script);
    if (number % 100 < watched) {
      watched(interview, stopwatch);
    } else {
      while (goesOn(interview)) {
        stopwatch.time(interview::next);
      }
    }
  }

  private void watched(Interview interview, Stopwatch stopwatch) {
    try (var feed = watcher.feed(interview.id(), null);
        var watch = new Watch(watcher, script.records(), feed, records, feeds)) {
      while (goesOn(interview)) {
        stopwatch.time(interview::next);
        watch.await(interview.id(), interview.rev(), System.nanoTime());
      }
    }
  }

  private boolean goesOn(Interview interview) {
    return interview.messages() < turns && !interview.isOver();
  }
}
