package rapport.standalone.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What took place between us and the people of a company. */
final class Talk {

  private static final int RIVAL_DAYS = 12;

  private final Company company;
  private final List<Person> people;
  private final Chance chance;
  private final Words words = Words.talk();
  private final Words names = Words.names();
  private final List<Map<String, Object>> told = new ArrayList<>();

  private Talk(Company company, List<Person> people) {
    this.company = company;
    this.people = people;
    this.chance = company.chance("talk");
  }

  /** All of it, the oldest first. */
  static List<Map<String, Object>> of(Company company, List<Person> people) {
    var talk = new Talk(company, people);
    talk.tell();
    return talk.told;
  }

  private void tell() {
    var story = company.story();
    var last = company.today().minusDays(Math.max(1, story.silentDays()));
    var day = company.since().plusDays(1);
    while (!day.isAfter(last)) {
      var before = (int) ChronoUnit.DAYS.between(day, company.today());
      tell(weekday(day, last), theme(before), before);
      day = day.plusDays(Math.max(2, story.gap + chance.between(-2, 2)));
    }
    if (rival()) {
      tell(weekday(company.today().minusDays(RIVAL_DAYS), last), "rival", RIVAL_DAYS);
    }
  }

  private boolean rival() {
    return switch (company.story()) {
      case SLIPPING, STRUGGLING -> chance.in(.4);
      default -> false;
    };
  }

  private String theme(int before) {
    var story = company.story();
    if (!story.isCustomer()) {
      return "first";
    }
    var mood = story.moodBefore(before);
    var executive = mood > 0 ? .1 : .03;
    if (story != Story.UNCERTAIN && chance.in(executive)) {
      return "executive";
    }
    if (story == Story.GROWING && before < 40) {
      return "growth";
    }
    if (mood > .2) {
      return chance.in(.75) ? "good" : "even";
    }
    if (mood < 0) {
      return chance.in(.6) ? "bad" : "even";
    }
    return chance.in(.7) ? "even" : "good";
  }

  /** No later than the last day there may be. */
  private static LocalDate weekday(LocalDate day, LocalDate last) {
    var moved =
        day.getDayOfWeek() == DayOfWeek.SATURDAY
            ? day.minusDays(1)
            : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    return moved.isAfter(last) ? last : moved;
  }

  private void tell(LocalDate day, String theme, int before) {
    var parts = chance.one(words.of(theme)).split(" \\| ", -1);
    var way = parts[0].split(" ", -1);
    var there = present(day, theme);
    var mood = Math.clamp(company.story().moodBefore(before) + chance.between(-.25, .25), -1, 1);
    var rival = chance.one(names.of("competitor"));
    told.add(
        Told.map(
            "source",
            way[1],
            "externalId",
            company.id() + "-" + (told.size() + 1),
            "channel",
            way[0],
            "at",
            Told.at(day, chance.between(8, 16), chance.between(0, 11) * 5),
            "direction",
            way[2],
            "contacts",
            there.stream().map(Person::id).toList(),
            "ourPeople",
            List.of(theme.equals("executive") ? Company.EXECUTIVE : company.owner()),
            "ourExecutive",
            theme.equals("executive"),
            "sentiment",
            chance.in(.8) ? Math.round(mood * 100) / 100.0 : null,
            "subject",
            filled(parts[1], there, rival),
            "summary",
            filled(parts[2], there, rival),
            "outcome",
            parts[3],
            "nextStep",
            parts[4].equals("None") ? null : filled(parts[4], there, rival),
            "competitors",
            rivals(theme, rival)));
  }

  private @Nullable List<Map<String, Object>> rivals(String theme, String rival) {
    return theme.equals("rival")
        ? List.of(Told.map("name", rival, "confidence", .92, "external", true))
        : null;
  }

  /** Who took part: those who were there by then, one to three of them. */
  private List<Person> present(LocalDate day, String theme) {
    var known =
        people.stream().filter(person -> !person.left() && !person.since().isAfter(day)).toList();
    var executives = known.stream().filter(Person::executive).toList();
    if (theme.equals("executive") && !executives.isEmpty()) {
      return executives;
    }
    var others = chance.shuffled(known.stream().filter(person -> !person.executive()).toList());
    var count = company.story() == Story.STRUGGLING ? 1 : chance.between(1, 3);
    return others.isEmpty()
        ? known.subList(0, Math.min(1, known.size()))
        : others.subList(0, Math.min(count, others.size()));
  }

  private String filled(String text, List<Person> there, String rival) {
    var name = there.isEmpty() ? people.getFirst().name() : there.getFirst().name();
    return text.replace("{name}", name)
        .replace("{company}", company.name())
        .replace("{champion}", people.getFirst().name())
        .replace("{goal}", chance.one(names.of("goal")))
        .replace("{pain}", chance.one(names.of("pain")).toLowerCase(java.util.Locale.ROOT))
        .replace("{rival}", rival);
  }
}
