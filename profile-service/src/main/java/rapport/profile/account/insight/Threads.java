package rapport.profile.account.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import rapport.profile.account.AccountState;
import rapport.profile.account.Contact;
import rapport.profile.account.ContactDetails;
import rapport.profile.account.Sentiment;

/**
 * How many people of an account we are in touch with, and where there is nobody. One is in touch
 * who took part in an interaction of the last 90 days and has not left.
 *
 * @param inTouch how many
 * @param departments how many in each; those without one count as {@code unknown}
 * @param levels how many at each level; those without one count as {@code unknown}
 * @param gaps levels, departments and roles without anybody in touch
 */
public record Threads(
    int inTouch, Map<String, Integer> departments, Map<String, Integer> levels, List<Gap> gaps) {

  private static final double WINDOW_DAYS = 90;
  private static final String UNKNOWN = "unknown";
  private static final List<String> NEEDED_ROLES = List.of("decision-maker", "champion", "user");

  /**
   * Where nobody is in touch.
   *
   * @param of {@code level}, {@code department} or {@code role}
   * @param known how many contacts there are who could be
   */
  public record Gap(String of, String name, int known) {}

  /** The threads of an account at that time. */
  public static Threads of(AccountState state, Instant now) {
    var reached = reached(state, now);
    var active = state.contacts().values().stream().filter(Contact::active).toList();
    var inTouch = active.stream().filter(contact -> reached.contains(contact.id())).toList();
    var departments = counted(inTouch, true);
    var levels = counted(inTouch, false);
    return new Threads(inTouch.size(), departments, levels, gaps(active, reached));
  }

  private static Set<String> reached(AccountState state, Instant now) {
    var reached = new HashSet<String>();
    state.touches().stream()
        .filter(touch -> !touch.at().isAfter(now) && Sentiment.days(touch.at(), now) <= WINDOW_DAYS)
        .forEach(touch -> reached.addAll(touch.contacts()));
    return reached;
  }

  private static Map<String, Integer> counted(List<Contact> contacts, boolean departments) {
    var counts = new TreeMap<String, Integer>();
    for (var contact : contacts) {
      var name = departments ? contact.details().department() : contact.details().level();
      counts.merge(name == null ? UNKNOWN : name, 1, Integer::sum);
    }
    return counts;
  }

  private static List<Gap> gaps(List<Contact> active, Set<String> reached) {
    var gaps = new ArrayList<Gap>();
    for (var level : ContactDetails.LEVELS) {
      gap(gaps, "level", level, active, reached, it -> level.equals(it.details().level()));
    }
    for (var role : NEEDED_ROLES) {
      gap(gaps, "role", role, active, reached, it -> it.is(role));
    }
    var departments = new TreeMap<String, Boolean>();
    active.forEach(contact -> {
      var name = contact.details().department();
      if (name != null) {
        departments.put(name, true);
      }
    });
    for (var name : departments.keySet()) {
      gap(gaps, "department", name, active, reached, it -> name.equals(it.details().department()));
    }
    return List.copyOf(gaps);
  }

  private static void gap(
      List<Gap> gaps,
      String of,
      String name,
      List<Contact> active,
      Set<String> reached,
      Predicate<Contact> belongs) {
    var there = active.stream().filter(belongs).toList();
    if (there.stream().noneMatch(contact -> reached.contains(contact.id()))) {
      gaps.add(new Gap(of, name, there.size()));
    }
  }
}
