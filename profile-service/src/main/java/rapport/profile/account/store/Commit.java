package rapport.profile.account.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import org.bson.Document;
import rapport.contracts.AccountSignal;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.WireMessage;
import rapport.profile.account.Source;
import rapport.runtime.outbox.OutboxEntry;

/**
 * One write of an account: what changed and what is to be told of it, in one document. It is there
 * or it is not; everything else follows from it.
 */
final class Commit {

  /** The contacts and deals that the account has from it on; not there when there are none. */
  static final String BEGINS = "begins";

  private static final EventCodec<AccountSignal> CODEC = new EventCodec<>(EventCatalog.ACCOUNT);

  private Commit() {}

  static String id(String workspace, String account, long firstRev) {
    return "%s/%s:%010d".formatted(workspace, account, firstRev);
  }

  static Document of(
      String workspace,
      String account,
      long after,
      Source source,
      List<Document> changes,
      List<AccountSignal> signals) {
    var messages = new ArrayList<Document>();
    var rev = after;
    for (var signal : signals) {
      rev++;
      var envelope =
          new Envelope<>(
              account + ":" + rev, workspace, account, rev, source.at(), null, null, signal);
      messages.add(message(CODEC.encode(envelope)));
    }
    return new Document("_id", id(workspace, account, after + 1))
        .append("stream", workspace + "/" + account)
        .append("account", account)
        .append("firstRev", after + 1)
        .append("lastRev", rev)
        .append("at", Date.from(source.at()))
        .append("by", source.by())
        .append("system", source.system())
        .append("changes", changes)
        .append("messages", messages)
        .append("applied", false)
        .append("published", false);
  }

  /** With what the account has from it on. */
  static Document beginning(Document commit, List<String> begun) {
    return begun.isEmpty() ? commit : commit.append(BEGINS, begun);
  }

  private static Document message(WireMessage message) {
    return new Document("headers", new Document(new LinkedHashMap<>(message.headers())))
        .append("value", message.value());
  }

  static OutboxEntry entry(Document commit) {
    return new OutboxEntry(
        commit.getString("_id"),
        commit.getString("stream"),
        lastRev(commit),
        at(commit),
        messages(commit));
  }

  static List<WireMessage> messages(Document commit) {
    return commit.getList("messages", Document.class).stream()
        .map(message -> wire(commit.getString("stream"), message))
        .toList();
  }

  private static WireMessage wire(String key, Document message) {
    var headers = new LinkedHashMap<String, String>();
    message
        .get("headers", Document.class)
        .forEach((name, value) -> headers.put(name, value.toString()));
    return new WireMessage(EventCatalog.ACCOUNT.topic(), key, headers, message.getString("value"));
  }

  static long lastRev(Document commit) {
    return commit.get("lastRev", Number.class).longValue();
  }

  static Instant at(Document commit) {
    return commit.getDate("at").toInstant();
  }
}
