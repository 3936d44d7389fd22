package rapport.profile.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How strong a champion is. Of the parts, each from 0 to 1,
 *
 * <pre>
 * recency    = 2^(-days since the last interaction / 30)
 * initiative = interactions they began in 90 days / 4, at most 1
 * reach      = others they met together with us in 90 days or influence / 4, at most 1
 * sentiment  = (s + 1) / 2, s decaying with a half-life of 45 days
 *
 * strength   = 100 (.35 recency + .25 initiative + .25 reach + .15 sentiment)
 * </pre>
 *
 * and where nobody shows a sentiment, the other weights are divided by .85. Recency and frequency
 * are what has told good relations apart since Hughes (Strategic Database Marketing, 1994); reach
 * stands for what a seller wants of a champion, to be carried further. The weights are ours.
 *
 * @param contact the champion's id
 * @param strength from 0 to 100
 * @param sentiment null when nobody shows any
 */
public record Champion(
    String contact,
    double strength,
    double recency,
    double initiative,
    double reach,
    @Nullable Double sentiment) {

  private static final double RECENCY_HALF_LIFE_DAYS = 30;
  private static final double WINDOW_DAYS = 90;
  private static final double ENOUGH = 4;

  /** The strongest of the active champions, if there is any. */
  public static Optional<Champion> strongest(
      Collection<Contact> contacts, List<Touch> touches, Instant now) {
    return contacts.stream()
        .filter(contact -> contact.active() && contact.is("champion"))
        .map(contact -> of(contact, touches, now))
        .max(Comparator.comparingDouble(Champion::strength).thenComparing(Champion::contact));
  }

  /** The strongest at an earlier time, of those who were there and by what had taken place. */
  public static Optional<Champion> strongestThen(
      Collection<Contact> contacts, List<Touch> touches, Instant then) {
    var there =
        contacts.stream()
            .filter(contact -> contact.wasThere(then))
            .map(contact -> contact.left(null, contact.changedAt()))
            .toList();
    var before = touches.stream().filter(touch -> !touch.at().isAfter(then)).toList();
    return strongest(there, before, then);
  }

  /** That contact as a champion. */
  public static Champion of(Contact contact, List<Touch> touches, Instant now) {
    var own = touches.stream().filter(touch -> touch.contacts().contains(contact.id())).toList();
    var recent =
        own.stream().filter(touch -> Sentiment.days(touch.at(), now) <= WINDOW_DAYS).toList();
    var recency =
        own.stream().mapToDouble(touch -> Sentiment.days(touch.at(), now)).min().stream()
            .map(days -> Math.pow(2, -days / RECENCY_HALF_LIFE_DAYS))
            .findFirst()
            .orElse(0);
    var initiative = Math.min(1, recent.stream().filter(Touch::inbound).count() / ENOUGH);
    var reached = new HashSet<String>();
    recent.forEach(touch -> reached.addAll(touch.contacts()));
    contact.details().influences().forEach(edge -> reached.add(edge.contact()));
    reached.remove(contact.id());
    var reach = Math.min(1, reached.size() / ENOUGH);
    var shown = Sentiment.of(own, now);
    var sentiment = shown == null ? null : Double.valueOf((shown + 1) / 2);
    var parts = .35 * recency + .25 * initiative + .25 * reach;
    var strength = 100 * (sentiment == null ? parts / .85 : parts + .15 * sentiment);
    return new Champion(contact.id(), strength, recency, initiative, reach, sentiment);
  }
}
