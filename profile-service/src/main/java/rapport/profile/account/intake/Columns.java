package rapport.profile.account.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which columns of a file may mean what. */
public final class Columns {

  /** The fields a column can stand for, and other names columns of them have. */
  private static final Map<String, List<String>> NAMES = names();

  static final Set<String> NUMBERS = Set.of("employees");
  static final Set<String> AMOUNTS = Set.of("annualRevenue");
  static final Set<String> LISTS = Set.of("technologies", "competitors", "tags", "contact.roles");

  private Columns() {}

  /** The fields there are, such as {@code name} or {@code contact.email}. */
  public static Set<String> fields() {
    return NAMES.keySet();
  }

  /**
   * A guess of what each column stands for; null where there is none. No field is guessed twice.
   */
  static List<@Nullable String> guess(List<String> header) {
    var known = new HashMap<String, String>();
    NAMES.forEach((field, names) -> {
      known.put(plain(field), field);
      names.forEach(name -> known.put(plain(name), field));
    });
    var taken = new HashSet<String>();
    var guesses = new ArrayList<@Nullable String>();
    for (var column : header) {
      var field = known.get(plain(column));
      guesses.add(field != null && taken.add(field) ? field : null);
    }
    return guesses;
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "");
  }

  private static Map<String, List<String>> names() {
    var names = new LinkedHashMap<String, List<String>>();
    names.put("externalId", List.of("id", "account id", "customer id", "record id"));
    names.put("name", List.of("company", "company name", "account", "account name", "customer"));
    names.put("domain", List.of("email domain", "company domain"));
    names.put("website", List.of("url", "web", "homepage"));
    names.put("industry", List.of("sector", "branch"));
    names.put("segment", List.of("tier", "size class"));
    names.put("employees", List.of("number of employees", "headcount", "company size"));
    names.put("annualRevenue", List.of("revenue", "turnover"));
    names.put("currency", List.of("currency code"));
    names.put("country", List.of("billing country"));
    names.put("city", List.of("billing city", "town"));
    names.put("description", List.of("about", "notes"));
    names.put("owner", List.of("account owner", "account manager"));
    names.put("technologies", List.of("tech stack", "technology"));
    names.put("competitors", List.of("competition"));
    names.put("tags", List.of("labels"));
    names.put("contact.name", List.of("contact", "full name", "contact full name"));
    names.put("contact.email", List.of("email", "e-mail", "email address"));
    names.put("contact.phone", List.of("phone", "telephone"));
    names.put("contact.title", List.of("title", "job title", "position"));
    names.put("contact.department", List.of("department"));
    names.put("contact.level", List.of("level", "seniority"));
    names.put("contact.roles", List.of("role", "roles", "buying role"));
    return Collections.unmodifiableMap(names);
  }
}
