package rapport.profile.person;

import java.util.List;
import java.util.Locale;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Flag;
import rapport.contracts.FieldValue.Num;
import rapport.contracts.FieldValue.Tags;
import rapport.contracts.FieldValue.Text;

/**
 * Something that can be known of a person.
 *
 * @param path such as {@code company.size}
 * @param label what people call it
 * @param options the values of a choice; empty for other types
 * @param gathering what becomes of several claims
 */
public record PersonField(
    String path, String label, Type type, List<String> options, Gathering gathering) {

  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_TAGS = 50;

  /** What its values are. */
  public enum Type {
    TEXT,
    EMAIL,
    NUMBER,
    FLAG,
    TAGS,
    CHOICE,
    /** An instant as ISO-8601 text. */
    TIME;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What becomes of several claims. */
  public enum Gathering {
    /** The weightiest counts. */
    BEST,
    /** The tags of all that stand as high as the weightiest, unless a colleague wrote it down. */
    UNION,
    /** The numbers are added up. */
    SUM,
    EARLIEST,
    LATEST
  }

  public PersonField {
    options = List.copyOf(options);
  }

  /** The first part of the path. */
  public String section() {
    return path.substring(0, path.indexOf('.'));
  }

  /** The rest of the path. */
  public String name() {
    return path.substring(path.indexOf('.') + 1);
  }

  /** Whether a colleague may write it; what is counted or observed nobody writes. */
  public boolean editable() {
    return !section().equals("engagement");
  }

  /** Whether a value of it is worth a line of history. */
  boolean hasHistory() {
    return editable() || path.equals("engagement.mode") || path.equals("engagement.consent");
  }

  /** Whether a colleague may write this. */
  public boolean accepts(FieldValue value) {
    return switch (type) {
      case TEXT -> value instanceof Num || isText(value);
      case EMAIL -> value instanceof Text(var text) && Addresses.isAddress(text);
      case NUMBER -> value instanceof Num;
      case FLAG -> value instanceof Flag;
      case TAGS ->
          value instanceof Tags(var tags)
              && !tags.isEmpty()
              && tags.size() <= MOST_TAGS
              && tags.stream().allMatch(PersonField::isText);
      case CHOICE -> value instanceof Text(var text) && options.contains(text);
      case TIME -> false;
    };
  }

  private static boolean isText(FieldValue value) {
    return value instanceof Text(var text) && isText(text);
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= LONGEST_TEXT;
  }
}
