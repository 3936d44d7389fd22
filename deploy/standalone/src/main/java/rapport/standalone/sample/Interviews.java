package rapport.standalone.sample;

import java.util.List;
import rapport.standalone.client.Interview;
import rapport.standalone.client.Script;

/** Profiles and a buying process that somebody has talked into being. */
final class Interviews {

  private static final int MOST_TURNS = 60;
  private static final List<Script> SCRIPTS =
      List.of(
          Script.of("customer-profile", "sample-operations"),
          Script.of("customer-profile", "sample-service"),
          Script.of("buying-process", "sample-journey"));

  private Interviews() {}

  /** Holds the first so many that are not there yet. */
  static void hold(Api api, int most) {
    for (var script : SCRIPTS.subList(0, Math.min(most, SCRIPTS.size()))) {
      var name = script.context().isEmpty() ? script.flow() : said(script);
      if (!isThere(api, script, name)) {
        hold(api, script);
      }
    }
  }

  private static String said(Script script) {
    return script.answers().getOrDefault("prototype_name", List.of("")).getFirst();
  }

  private static boolean isThere(Api api, Script script, String name) {
    var found = api.get("/api/v1/" + script.records() + "?limit=200").path("items");
    return script.records().equals("profiles") ? found.toString().contains(name) : !found.isEmpty();
  }

  private static void hold(Api api, Script script) {
    var interview = Interview.start(api.client(), script);
    while (!interview.isOver() && interview.messages() < MOST_TURNS) {
      interview.next(api::again);
    }
  }
}
