package rapport.health.store;

/** What a run knows so far, as it lies in the run's document. */
public final class Carried {

  private Carried() {}

  public static String of(Object known) {
    return Json.of(known);
  }

  /** What was carried; {@code otherwise} at the beginning of a run. */
  public static <T> T read(String carried, Class<T> type, T otherwise) {
    return carried.isEmpty() ? otherwise : Json.read(carried, type);
  }
}
