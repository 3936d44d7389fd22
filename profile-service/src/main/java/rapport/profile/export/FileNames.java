package rapport.profile.export;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** File names that are safe on every system and in every header. */
final class FileNames {

  private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");
  private static final int LONGEST = 60;

  private FileNames() {}

  /** A name made of the title's plain letters and digits; {@code otherwise} when it has none. */
  static String of(String title, String otherwise, ExportFormat format) {
    var plain =
        Normalizer.normalize(title, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT);
    var words = EDGES.matcher(OTHER.matcher(plain).replaceAll("-")).replaceAll("");
    var name = words.substring(0, Math.min(words.length(), LONGEST));
    return (name.isEmpty() ? otherwise : EDGES.matcher(name).replaceAll(""))
        + "."
        + format.extension();
  }
}
