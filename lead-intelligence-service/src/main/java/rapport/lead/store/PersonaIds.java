package rapport.lead.store;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** Ids of new personas: readable, and never given twice. */
public final class PersonaIds {

  private static final int LONGEST_NAME = 40;
  private static final int CHANCE = 8;

  private PersonaIds() {}

  /** Such as {@code small-team-1f0c9a2b}. */
  public static String fresh(String name) {
    var plain =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    var part = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    return (part.isEmpty() ? "persona" : part)
        + "-"
        + UUID.randomUUID().toString().substring(0, CHANCE);
  }
}
