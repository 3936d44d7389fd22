package rapport.profile.account;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person at an account.
 *
 * @param name required
 * @param level {@code executive}, {@code director}, {@code manager} or {@code staff}
 * @param roles what the person is to a decision, of {@link #ROLES}
 * @param influences whom this person influences, at most 50
 * @param ourExecutive the user of ours who keeps in touch with this person
 */
public record ContactDetails(
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String title,
    @Nullable String department,
    @Nullable String level,
    List<String> roles,
    List<Influence> influences,
    @Nullable String ourExecutive,
    @Nullable String linkedin,
    @Nullable String notes) {

  /** What a person may be to a decision: decision-maker, influencer, champion, user, or blocker. */
  public static final Set<String> ROLES =
      words("decision-maker", "influencer", "champion", "user", "blocker");

  /** How far up a person is, the highest first. */
  public static final Set<String> LEVELS = words("executive", "director", "manager", "staff");

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");

  /**
   * An edge of influence.
   *
   * @param contact of the same account
   * @param strength from 1, weak, to 3, strong
   */
  public record Influence(String contact, int strength) {
    public Influence {
      contact = Must.id("influences.contact", contact);
      strength = Must.between("influences.strength", strength, 1, 3);
    }
  }

  public ContactDetails {
    name = Must.text("name", name, Must.NAME);
    email = address(Must.optional("email", email, 254));
    phone = Must.optional("phone", phone, 60);
    title = Must.optional("title", title, Must.NAME);
    department = Must.optional("department", department, Must.NAME);
    level = Must.optionalOneOf("level", level, LEVELS);
    roles =
        Must.texts("roles", roles, 5).stream()
            .map(role -> Must.oneOf("roles", role, ROLES))
            .toList();
    influences = Must.few("influences", influences, 50);
    ourExecutive = Must.optional("ourExecutive", ourExecutive, Must.NAME);
    linkedin = Must.optional("linkedin", linkedin, 2_000);
    notes = Must.optional("notes", notes, Must.TEXT);
  }

  /** The same person, who influences nobody. */
  ContactDetails withoutInfluence() {
    return new ContactDetails(
        name,
        email,
        phone,
        title,
        department,
        level,
        roles,
        List.of(),
        ourExecutive,
        linkedin,
        notes);
  }

  private static @Nullable String address(@Nullable String email) {
    if (email != null && !ADDRESS.matcher(email).matches()) {
      throw new IllegalArgumentException("email is an address such as ada@example.com");
    }
    return email == null ? null : email.toLowerCase(Locale.ROOT);
  }

  private static Set<String> words(String... words) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words)));
  }
}
