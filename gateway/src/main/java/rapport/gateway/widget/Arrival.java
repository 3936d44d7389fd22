package rapport.gateway.widget;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page a visitor is on and where they came from.
 *
 * @param url of the page; its query and fragment are not kept
 * @param referrer the page before, the same way
 * @param utm how the visitor was brought here: {@code source}, {@code medium}, {@code campaign},
 *     {@code term}, {@code content}, with or without {@code utm_} before
 */
record Arrival(
    @Nullable String url,
    @Nullable String title,
    @Nullable String referrer,
    @Nullable Map<String, @Nullable String> utm) {
  private static final Set<String> UTM =
      Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content");
  private static final int LONGEST_ADDRESS = 1000;
  private static final int LONGEST_TEXT = 200;

  /** What is kept with the conversation; nothing but short plain texts, whatever a page sends. */
  static Map<String, String> context(@Nullable Arrival arrival) {
    var context = new LinkedHashMap<String, String>();
    if (arrival == null) {
      return context;
    }
    Origins.page(arrival.url())
        .ifPresent(page -> {
          put(context, "page", page.toString(), LONGEST_ADDRESS);
          Origins.of(page).ifPresent(origin -> context.put("origin", origin));
        });
    put(context, "page_title", arrival.title(), LONGEST_TEXT);
    Origins.page(arrival.referrer())
        .ifPresent(page -> put(context, "referrer", page.toString(), LONGEST_ADDRESS));
    Optional.ofNullable(arrival.utm())
        .ifPresent(utm ->
            utm.forEach((name, value) -> {
              String plain = name.toLowerCase(Locale.ROOT);
              String full = plain.startsWith("utm_") ? plain : "utm_" + plain;
              if (UTM.contains(full)) {
                put(context, full, value, LONGEST_TEXT);
              }
            }));
    return context;
  }

  private static void put(
      Map<String, String> context, String name, @Nullable String value, int longest) {
    if (value != null && !value.isBlank()) {
      String plain = value.replaceAll("\\p{Cntrl}", " ").strip();
      context.put(name, plain.length() > longest ? plain.substring(0, longest) : plain);
    }
  }
}
