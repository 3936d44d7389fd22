package rapport.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A made-up person at a company.
 *
 * @param id of the contact
 * @param left whether the person has left since
 */
record Person(
    String id,
    String name,
    String email,
    String title,
    String department,
    String level,
    List<String> roles,
    LocalDate since,
    boolean left) {

  private static final List<String> LEVELS =
      List.of("manager", "executive", "director", "staff", "manager", "staff", "director");

  /** The people of a company, the one we know best first. */
  static List<Person> of(Company company) {
    var words = Words.names();
    var chance = company.chance("people");
    var names = new HashSet<String>();
    var people = new ArrayList<Person>();
    var count = company.story() == Story.EARLY ? chance.between(1, 2) : chance.between(3, 7);
    while (people.size() < count) {
      var first = chance.one(words.of("first"));
      var last = chance.one(words.of("last"));
      if (!names.add(first + " " + last)) {
        continue;
      }
      var number = people.size();
      var level = LEVELS.get(number);
      people.add(
          new Person(
              company.id() + "-p" + (number + 1),
              first + " " + last,
              (first + "." + last).toLowerCase(Locale.ROOT) + "@" + company.domain(),
              chance.one(words.of("title." + level)),
              chance.one(words.of("department." + level)),
              level,
              roles(company.story(), number),
              met(company, number, chance),
              number == 4 && chance.in(.5)));
    }
    return List.copyOf(people);
  }

  private static List<String> roles(Story story, int number) {
    return switch (number) {
      case 0 ->
          story == Story.STRUGGLING || story == Story.EARLY
              ? List.of("influencer")
              : List.of("champion", "user");
      case 1 -> List.of("decision-maker");
      case 2 -> List.of("influencer");
      case 5 -> story == Story.SLIPPING ? List.of("blocker") : List.of("user");
      default -> List.of("user");
    };
  }

  private static LocalDate met(Company company, int number, Chance chance) {
    var day = company.since().plusDays(number < 2 ? 0 : (long) chance.between(2, 90));
    return day.isBefore(company.today()) ? day : company.since();
  }

  boolean executive() {
    return level.equals("executive");
  }

  /** The contact as it is told, who influences that one more or less. */
  Map<String, Object> told(Company company, List<Person> others) {
    var details =
        Told.map(
            "name", name,
            "email", email,
            "phone", "+1 202 555 01%02d".formatted(Math.floorMod(email.hashCode(), 100)),
            "title", title,
            "department", department,
            "level", level,
            "roles", roles,
            "ourExecutive", executive() ? Company.EXECUTIVE : null,
            "influences", influences(company, others));
    return Told.map(
        "id",
        id,
        "details",
        details,
        "since",
        Told.at(since, 9, 0),
        "leftAt",
        left ? Told.at(company.today().minusDays(64), 17, 0) : null);
  }

  private List<Map<String, Object>> influences(Company company, List<Person> others) {
    var chance = company.chance("influence" + id);
    return others.stream()
        .filter(other -> !other.equals(this) && roles.contains("champion"))
        .filter(other -> other.roles().contains("decision-maker") || chance.in(.4))
        .map(other -> Told.map("contact", other.id(), "strength", chance.between(1, 3)))
        .toList();
  }
}
