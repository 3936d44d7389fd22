package rapport.integrations.connector;

/** What is kept of a text of another system: its beginning. */
public final class Excerpt {

  /** In UTF-16 code units. */
  public static final int LONGEST = 4_000;

  private Excerpt() {}

  /** At most so much of a text, up to the end of a whole character. */
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    var isInPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, isInPair ? LONGEST - 1 : LONGEST);
  }
}
