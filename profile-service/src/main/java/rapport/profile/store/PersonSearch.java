package rapport.profile.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import rapport.profile.person.Person;
import rapport.profile.person.PersonFields;

/** By what people are found: words about them, and what two who may be one have in common. */
final class PersonSearch {

  private static final List<String> SEARCHED =
      List.of(
          PersonFields.NAME,
          PersonFields.EMAIL,
          "identity.phone",
          "company.name",
          "company.domain",
          "behavior.role");

  private PersonSearch() {}

  /** Name, addresses, company and role, as they are compared. */
  static String text(Person person) {
    return SEARCHED.stream()
        .map(path -> SearchWords.plain(person.text(path)))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Somebody of the same name and company may be the same. */
  static List<String> hints(Person person) {
    var hints = new ArrayList<String>();
    var name = SearchWords.plain(person.text(PersonFields.NAME)).strip();
    if (person.isShown() && !name.isEmpty()) {
      for (var path : List.of("company.name", "company.domain")) {
        var company = SearchWords.plain(person.text(path)).strip();
        if (!company.isEmpty()) {
          hints.add(name + "@" + company);
        }
      }
    }
    return hints;
  }
}
