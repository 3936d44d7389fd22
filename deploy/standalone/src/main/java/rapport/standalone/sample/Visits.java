package rapport.standalone.sample;

import java.util.List;
import java.util.Optional;
import rapport.standalone.client.RapportClient;

/** Visitors of the sample company's web site, who talk through its chat. */
final class Visits {

  private static final String SITE = "https://www.lumendesk.example";
  private static final String KEY = "Web site of the sample company";

  private final Api admin;
  private final RapportClient anybody;
  private final String contact;

  /**
   * @param contact the address of somebody who is a contact already
   */
  Visits(Api admin, RapportClient anybody, String contact) {
    this.admin = admin;
    this.anybody = anybody;
    this.contact = contact;
  }

  /** Has the first so many visitors talk, but for those who have. */
  void talk(int most) {
    var words = Words.visits();
    var known = key();
    var there = known.isPresent() ? started() : 0;
    var key = known.orElseGet(this::freshKey);
    words.lists().stream().limit(most).skip(there).forEach(visitor -> talk(key, words.of(visitor)));
  }

  private int started() {
    return admin.get("/api/v1/reports/funnel?flow=lead-to-sales").at("/sessions/started").asInt();
  }

  private void talk(String key, List<String> messages) {
    var page = anybody.with("Origin", () -> SITE);
    var visited = Told.map("url", SITE + "/pricing", "title", "Prices");
    var session =
        admin.again(() ->
            page.post(
                "/api/v1/widget/sessions",
                Told.map("widgetKey", key, "locale", "en", "page", visited)));
    var bearer = "Bearer " + session.path("visitorToken").asString();
    var visitor = page.with("Authorization", () -> bearer);
    var id = session.path("conversationId").asString();
    for (int i = 0; i < messages.size(); i++) {
      var message = "m" + (i + 1);
      var text = messages.get(i).replace("{contact}", contact);
      admin.again(() -> visitor.say(id, message, text));
    }
  }

  /** It is made right before the first of these visitors comes. */
  private Optional<String> key() {
    return admin
        .get("/api/v1/widget/keys")
        .path("items")
        .valueStream()
        .filter(known -> known.path("name").asString().equals(KEY))
        .map(known -> known.path("id").asString())
        .findFirst();
  }

  private String freshKey() {
    var fresh = Told.map("name", KEY, "origins", List.of(SITE));
    return admin.post("/api/v1/widget/keys", fresh).path("id").asString();
  }
}
