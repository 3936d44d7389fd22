package rapport.simulators;

import java.util.List;
import java.util.Locale;

/**
 * A company that the simulated systems know, each in its own way.
 *
 * @param domain by which the systems' records of it are found to belong together
 * @param industry as Salesforce calls it
 * @param users how many people there use the product on a day
 * @param drift by how many that changes a week
 * @param won whether its deal was won, lost, or neither yet
 */
record Company(
    String name,
    String domain,
    String industry,
    int employees,
    List<Person> people,
    int users,
    int drift,
    Deal won) {

  /** Somebody of that company. */
  record Person(String first, String last, String title) {}

  /** How its deal went. */
  enum Deal {
    WON,
    LOST,
    OPEN
  }

  static final List<Company> ALL =
      List.of(
          new Company(
              "Brightloom",
              "brightloom.example",
              "Apparel",
              420,
              List.of(
                  new Person("Nora", "Lee", "VP Operations"),
                  new Person("Sam", "Okafor", "IT Director")),
              38,
              1,
              Deal.WON),
          new Company(
              "Cascade Foods",
              "cascadefoods.example",
              "Food & Beverage",
              1_900,
              List.of(
                  new Person("Ines", "Moreau", "Head of Supply Chain"),
                  new Person("Tom", "Weber", "CFO")),
              64,
              -6,
              Deal.WON),
          new Company(
              "Delphi Robotics",
              "delphirobotics.example",
              "Manufacturing",
              85,
              List.of(new Person("Yuki", "Tanaka", "CEO")),
              0,
              0,
              Deal.OPEN),
          new Company(
              "Evergreen Health",
              "evergreenhealth.example",
              "Healthcare",
              5_200,
              List.of(
                  new Person("Amal", "Haddad", "Chief Nursing Officer"),
                  new Person("Greta", "Lind", "Procurement Manager")),
              0,
              0,
              Deal.LOST),
          new Company(
              "Foxglove Media",
              "foxglovemedia.example",
              "Media",
              60,
              List.of(new Person("Luis", "Prado", "Managing Director")),
              12,
              0,
              Deal.WON),
          new Company(
              "Granite Logistics",
              "granitelogistics.example",
              "Transportation",
              740,
              List.of(
                  new Person("Priya", "Nair", "COO"), new Person("Ben", "Adler", "Fleet Manager")),
              0,
              0,
              Deal.OPEN));

  /** A person's address there. */
  String address(Person person) {
    return (person.first() + "." + person.last()).toLowerCase(Locale.ROOT) + "@" + domain;
  }
}
