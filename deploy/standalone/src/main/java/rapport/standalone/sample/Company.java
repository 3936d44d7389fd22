package rapport.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A made-up company.
 *
 * @param id of the account
 * @param place city and country
 * @param since the day it became a customer, or the day we first heard of it
 * @param owner who of ours is in charge
 * @param today the day it is
 */
record Company(
    long seed,
    String id,
    String name,
    String domain,
    String industry,
    String segment,
    int employees,
    String place,
    Story story,
    LocalDate since,
    String owner,
    LocalDate today) {

  /** Who works with accounts in the sample workspace. */
  static final List<String> OWNERS =
      List.of("Mara Lindqvist", "Tomas Okafor", "Ilse Vandel", "Yusuf Garrow");

  /** Our executive, who meets theirs. */
  static final String EXECUTIVE = "Carla Rademaker";

  private static final List<Story> FIRST =
      List.of(
          Story.THRIVING,
          Story.SLIPPING,
          Story.DECIDING,
          Story.STRUGGLING,
          Story.UNCERTAIN,
          Story.EARLY,
          Story.SILENT,
          Story.GROWING,
          Story.NEW,
          Story.STEADY,
          Story.LOST);

  /** So many companies, always the same ones for a seed and a day; at most 250. */
  static List<Company> all(long seed, int count, LocalDate today) {
    var words = Words.names();
    var chance = Chance.of(seed, "companies");
    var names = new ArrayList<String>();
    for (var begin : words.of("name.begin")) {
      for (var end : words.of("name.end")) {
        names.add(begin + end);
      }
    }
    var unique = chance.shuffled(names);
    var stories = stories(Chance.of(seed, "stories"), count);
    var companies = new ArrayList<Company>();
    for (int i = 0; i < count; i++) {
      var own = Chance.of(seed, "company " + i);
      companies.add(one(seed, i, unique.get(i), stories.get(i), words, own, today));
    }
    return List.copyOf(companies);
  }

  private static List<Story> stories(Chance chance, int count) {
    var rest = new ArrayList<Story>();
    for (var story : Story.values()) {
      for (int i = 0; i < story.share(); i++) {
        rest.add(story);
      }
    }
    var stories = new ArrayList<>(FIRST);
    while (stories.size() < count) {
      stories.addAll(chance.shuffled(rest));
    }
    return stories;
  }

  private static Company one(
      long seed,
      int number,
      String name,
      Story story,
      Words words,
      Chance chance,
      LocalDate today) {
    var industry = chance.one(words.of("industry"));
    var kind = chance.one(words.of("kind." + industry));
    var employees = employees(chance);
    return new Company(
        seed,
        "sample-%03d".formatted(number + 1),
        name + " " + kind,
        (name + "-" + kind).toLowerCase(Locale.ROOT) + ".example",
        industry,
        employees >= 1_000 ? "enterprise" : employees >= 150 ? "mid-market" : "small-business",
        employees,
        chance.one(words.of("place")),
        story,
        today.minusDays(since(story, chance)),
        chance.one(OWNERS),
        today);
  }

  private static int employees(Chance chance) {
    return switch (chance.between(0, 9)) {
      case 0, 1, 2 -> chance.between(20, 140);
      case 3, 4, 5, 6 -> chance.between(150, 900);
      default -> chance.between(1_000, 6_000);
    };
  }

  private static int since(Story story, Chance chance) {
    return switch (story) {
      case NEW -> chance.between(25, 70);
      case DECIDING -> chance.between(40, 150);
      case EARLY -> chance.between(3, 60);
      case LOST -> chance.between(420, 720);
      case UNCERTAIN -> 365 - chance.between(20, 85);
      case THRIVING, STEADY, GROWING, SLIPPING, SILENT, STRUGGLING -> chance.between(240, 725);
    };
  }

  /** Seats that are paid for. */
  int seats() {
    return Math.max(8, Math.min(400, employees / 12 / 2 * 2 + 6));
  }

  String city() {
    return place.substring(0, place.indexOf(','));
  }

  String country() {
    return place.substring(place.indexOf(',') + 2);
  }

  String currency() {
    return switch (country()) {
      case "United States", "Canada" -> "USD";
      default -> "EUR";
    };
  }

  Chance chance(String purpose) {
    return Chance.of(seed, id + purpose);
  }
}
