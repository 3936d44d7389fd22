package rapport.health.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.contracts.HealthEvent.AlertType;

/**
 * A made-up portfolio over a year, with incidents planted by a seed: how many are found at the next
 * evaluation, and how often somebody is bothered for nothing. {@code
 * -Drapport.health.portfolio=500} makes that many accounts.
 */
class PortfolioTest {

  private static final int ACCOUNTS = Integer.getInteger("rapport.health.portfolio", 60);
  private static final int DAYS = 365;
  private static final int WARM_UP = 100;

  /** What was planted: on the first of these days it can be seen, and it is over after the last. */
  private record Incident(AlertType type, int from, int until) {
    boolean explains(Customer.Opened opened) {
      return opened.type() == type && opened.day() >= from && opened.day() <= until;
    }
  }

  @Test
  void incidents_are_found_at_once_and_nobody_is_bothered_for_nothing() {
    var random = new Random(11);
    var planted = new EnumMap<AlertType, Integer>(AlertType.class);
    var found = new EnumMap<AlertType, Integer>(AlertType.class);
    var nothing = new EnumMap<AlertType, Integer>(AlertType.class);
    var mostFalse = 0;
    for (int n = 0; n < ACCOUNTS; n++) {
      var customer = new Customer();
      var consequences = new ArrayList<Incident>();
      var incidents = live(customer, random, n, consequences);
      customer.watch(0, DAYS);
      var excused = new HashSet<Customer.Opened>();
      for (var incident : incidents) {
        planted.merge(incident.type(), 1, Integer::sum);
        var hits = customer.opened().stream().filter(incident::explains).toList();
        excused.addAll(hits);
        if (hits.stream().anyMatch(it -> it.day() <= incident.from() + 1)) {
          found.merge(incident.type(), 1, Integer::sum);
        }
      }
      var perQuarter = new int[4];
      for (var incident : consequences) {
        customer.opened().stream().filter(incident::explains).forEach(excused::add);
      }
      for (var opened : customer.opened()) {
        if (opened.day() >= WARM_UP && !excused.contains(opened)) {
          nothing.merge(opened.type(), 1, Integer::sum);
          perQuarter[Math.min(3, opened.day() / 91)]++;
        }
      }
      for (var count : perQuarter) {
        mostFalse = Math.max(mostFalse, count);
      }
    }
    var all = planted.values().stream().mapToInt(it -> it).sum();
    var seen = found.values().stream().mapToInt(it -> it).sum();
    System.out.printf(
        "%d accounts, a year: planted %s%n  found within one evaluation %s = %.1f %%%n"
            + "  for nothing %s, at most %d in an account and quarter%n",
        ACCOUNTS, planted, found, 100.0 * seen / all, nothing, mostFalse);
    assertThat(planted.keySet()).containsExactly(AlertType.values());
    assertThat(seen).isGreaterThanOrEqualTo((int) Math.ceil(.95 * all));
    assertThat(mostFalse).isLessThanOrEqualTo(1);
  }

  /** A year of an account: noisy but steady, but for what is planted. */
  private static List<Incident> live(
      Customer customer, Random random, int n, List<Incident> consequences) {
    var incidents = new ArrayList<Incident>();
    var day = WARM_UP + 30 + random.nextInt(120);
    var types = List.copyOf(EnumSet.allOf(AlertType.class));
    var type = types.get(n % types.size());
    var silent = type == AlertType.ENGAGEMENT_CHANGE;
    var every = 4 + random.nextInt(5);
    var seats = 80 + random.nextInt(100);
    var level = .35 + .2 * random.nextDouble();
    customer.contract("k0", 0, 700, "active", null);
    var nextMeeting = random.nextInt(every);
    var meetings = new ArrayList<Integer>();
    for (int d = 0; d <= DAYS; d++) {
      var share = level * (1 + .05 * random.nextGaussian());
      if (type == AlertType.EXPANSION_SIGNAL && d >= day) {
        share = .95;
      }
      if (type == AlertType.HEALTH_DROP && d >= day) {
        share = .02;
      }
      customer.usage(d, (int) Math.round(seats * Math.clamp(share, 0, 1)), seats);
      var isSilent = silent && d >= day && d < day + 60;
      if (d == nextMeeting) {
        if (!isSilent) {
          customer.meeting(d, .3 + .1 * random.nextGaussian(), random.nextInt(3) > 0);
          if (d < day) {
            meetings.add(d);
          }
        }
        nextMeeting = d + every - 1 + random.nextInt(3);
      }
      if (d % 60 == 30) {
        customer.goal("g" + d, d, !(type == AlertType.HEALTH_DROP && d >= day));
      }
    }
    switch (type) {
      case HEALTH_DROP -> incidents.add(new Incident(type, day, DAYS));
      case ENGAGEMENT_CHANGE -> {
        incidents.add(new Incident(type, silenceShows(meetings), day + 90));
        // Who is not met for two months is known less well: that drop is no false alarm.
        consequences.add(new Incident(AlertType.HEALTH_DROP, day, day + 90));
      }
      case COMPETITIVE_THREAT -> {
        customer.mention(day, "Deskly", .8 + .2 * random.nextDouble(), true);
        customer.mention(day + 5, "Rumour", .5, true);
        customer.mention(day - 40, "Ours", .95, false);
        incidents.add(new Incident(type, day, day));
      }
      case EXPANSION_SIGNAL -> incidents.add(new Incident(type, day, DAYS));
      case RENEWAL_RISK -> {
        customer.contract("k1", 0, day + 120, "active", null);
        incidents.add(new Incident(type, day, DAYS));
      }
    }
    if (type != AlertType.RENEWAL_RISK) {
      customer.contract("k2", 0, day + 20, "active", null);
      customer.contract("k3", 1, 900, "active", "k2");
    }
    return incidents;
  }

  /** The first noon at which the silence is over twice the middle gap of the last half year. */
  private static int silenceShows(List<Integer> meetings) {
    var last = meetings.getLast();
    for (int day = last + 1; ; day++) {
      var from = day - 180;
      var recent = meetings.stream().filter(it -> it >= from).toList();
      var gaps = new int[recent.size() - 1];
      for (int i = 0; i < gaps.length; i++) {
        gaps[i] = recent.get(i + 1) - recent.get(i);
      }
      Arrays.sort(gaps);
      var middle = (gaps[(gaps.length - 1) / 2] + gaps[gaps.length / 2]) / 2.0;
      if (day - last >= Math.max(7, 2 * middle)) {
        return day;
      }
    }
  }
}
