package rapport.standalone.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What other systems report of a company: use, support, and what it gained. */
final class Reports {

  private static final int FEATURES = 8;
  private static final int DAYS_TO_BRING_IN = 75;
  private static final List<Integer> AGREED_HOURS = List.of(4, 8, 24, 72);

  private final Company company;
  private final List<Person> people;
  private final Words words = Words.names();

  Reports(Company company, List<Person> people) {
    this.company = company;
    this.people = people;
  }

  /** Each day since the company is a customer. */
  List<Map<String, Object>> usage() {
    var chance = company.chance("usage");
    var seats = company.seats();
    var days = new ArrayList<Map<String, Object>>();
    for (var day = company.since(); !day.isAfter(company.today()); day = day.plusDays(1)) {
      var share = share(day) * chance.between(.94, 1.06);
      var weekly = (int) Math.round(Math.min(1.04, share) * seats);
      var weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
      var today = Math.min(weekly, (int) Math.round(weekly * (weekend ? .12 : .68)));
      days.add(
          Told.map(
              "day", day,
              "activeUsers", today,
              "weeklyActiveUsers", weekly,
              "seats", seats,
              "coreFeaturesUsed", Math.clamp(Math.round(share * 1.25 * FEATURES), 0, FEATURES),
              "coreFeatures", FEATURES));
    }
    return days;
  }

  private double share(LocalDate day) {
    var since = ChronoUnit.DAYS.between(company.since(), day);
    var before = (int) ChronoUnit.DAYS.between(day, company.today());
    var broughtIn = Math.min(1, .15 + .85 * since / DAYS_TO_BRING_IN);
    return company.story().useBefore(before) * broughtIn;
  }

  List<Map<String, Object>> tickets() {
    var chance = company.chance("tickets");
    var troubled = company.story() == Story.STRUGGLING || company.story() == Story.SLIPPING;
    var tickets = new ArrayList<Map<String, Object>>();
    var day = company.since().plusDays(chance.between(3, 20));
    while (day.isBefore(company.today())) {
      var now = troubled && ChronoUnit.DAYS.between(day, company.today()) < 100;
      tickets.add(ticket(tickets.size() + 1, day, now, chance));
      day = day.plusDays(now ? chance.between(5, 14) : chance.between(14, 36));
    }
    if (company.story() == Story.STRUGGLING) {
      tickets.add(
          Told.map(
              "ticket", company.id() + "-t" + (tickets.size() + 1),
              "priority", "p1",
              "openedAt", Told.at(company.today().minusDays(4), 7, 40),
              "slaHours", AGREED_HOURS.getFirst(),
              "subject", chance.one(words.of("ticket.p1"))));
    }
    return tickets;
  }

  private Map<String, Object> ticket(int number, LocalDate day, boolean troubled, Chance chance) {
    var priority = troubled ? chance.between(1, 3) : chance.between(2, 4);
    var agreed = AGREED_HOURS.get(priority - 1);
    var opened = Told.at(day, chance.between(7, 17), chance.between(0, 59));
    var hours = agreed * (troubled ? chance.between(1.1, 2.4) : chance.between(.2, .9));
    var resolved = opened.plus(Duration.ofMinutes((long) (hours * 60)));
    var over = resolved.isBefore(Told.at(company.today(), 0, 0));
    var answered = over && chance.in(.5);
    return Told.map(
        "ticket",
        company.id() + "-t" + number,
        "priority",
        "p" + priority,
        "openedAt",
        opened,
        "resolvedAt",
        over ? resolved : null,
        "slaHours",
        agreed,
        "csat",
        answered ? (double) (troubled ? chance.between(1, 3) : chance.between(3, 5)) : null,
        "subject",
        chance.one(words.of(priority == 1 ? "ticket.p1" : "ticket")));
  }

  List<Map<String, Object>> goals() {
    var chance = company.chance("goals");
    var names = chance.shuffled(words.of("goal").subList(1, words.of("goal").size()));
    var goals = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < 4; i++) {
      var due = company.since().plusDays(55 + 90L * i);
      var met = i < company.story().goalsMet ? due.minusDays(chance.between(-6, 16)) : null;
      goals.add(
          Told.map(
              "goal",
              company.id() + "-g" + (i + 1),
              "name",
              i == 0 ? words.of("goal").getFirst() : names.get(i),
              "dueOn",
              due,
              "metOn",
              met == null || met.isAfter(company.today()) ? null : met));
    }
    return goals;
  }

  /** Measured twice a year, from the sixth month on. */
  List<Map<String, Object>> roi() {
    var chance = company.chance("roi");
    var measured = new ArrayList<Map<String, Object>>();
    for (var day = company.since().plusMonths(6);
        day.isBefore(company.today());
        day = day.plusMonths(6)) {
      var reached = .8 + company.story().mood * 1.3 + company.story().use + chance.between(-.2, .2);
      measured.add(
          Told.map(
              "measurement",
              company.id() + "-r" + (measured.size() + 1),
              "on",
              day,
              "roi",
              Math.round(Math.max(.1, reached) * 100) / 100.0,
              "target",
              1.8));
    }
    return measured;
  }

  List<Map<String, Object>> nps() {
    var chance = company.chance("nps");
    var answers = new ArrayList<Map<String, Object>>();
    var asked = people.stream().filter(person -> !person.left()).toList();
    for (var day = company.since().plusDays(80);
        day.isBefore(company.today());
        day = day.plusDays(170)) {
      var before = (int) ChronoUnit.DAYS.between(day, company.today());
      var mood = company.story().moodBefore(before);
      var likely =
          mood > .4
              ? chance.between(8, 10)
              : mood > 0 ? chance.between(6, 9) : chance.between(1, 6);
      var person = chance.one(asked);
      answers.add(
          Told.map(
              "answer",
              company.id() + "-n" + (answers.size() + 1),
              "at",
              Told.at(day, 11, 15),
              "score",
              likely,
              "contact",
              person.id()));
    }
    return answers;
  }
}
