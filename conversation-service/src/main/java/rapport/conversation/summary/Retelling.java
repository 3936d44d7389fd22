package rapport.conversation.summary;

import java.util.Optional;
import java.util.regex.Pattern;
import rapport.conversation.summary.Phrase.Shape;
import rapport.conversation.summary.Words.Glue;

/** Fits values into sentences with nothing of them left out, or says that they do not fit. */
final class Retelling {

  private static final int LONGEST_ASIDE = 40;
  private static final Pattern ASIDE = Pattern.compile("(?=.*\\p{L})[^,;:.!?()]+");
  private static final Pattern MARK = Pattern.compile("(?s).*([!?؟])[\\s\"”“»«'’)\\]]*");

  private final Words words;
  private final PhraseReader reader;
  private final Casing casing;
  private final Deeds deeds;
  private final Listing lists;

  Retelling(Words words, PhraseReader reader, Casing casing) {
    this.words = words;
    this.reader = reader;
    this.casing = casing;
    this.deeds = new Deeds(words, reader, casing);
    this.lists = new Listing(words, reader, casing, deeds);
  }

  /**
   * The words in the form that a place asks for.
   *
   * @param phrase the value as it was {@linkplain PhraseReader#read read}
   * @param text the whole value, cleaned
   * @param written the value as it was written
   */
  Optional<String> tell(Form form, Phrase phrase, String text, String written) {
    return switch (form) {
      case SENTENCES ->
          phrase.is(Shape.SENTENCE) ? Optional.of(casing.capital(text)) : Optional.empty();
      case DEEDS -> deeds.theirs(reader.sentencesOf(text));
      case TASKS -> deeds.ours(reader.sentencesOf(text));
      case LIST -> lists.of(text, false);
      case PEOPLE -> lists.of(text, true);
      case ROLES -> lists.roles(text);
      case NOTE -> Optional.of(note(text));
      case QUOTE -> Optional.of(quoted(text, written));
      case SAYING -> speaksOfThem(text) ? Optional.empty() : Optional.of(quoted(text, written));
      case ASIDE ->
          text.length() <= LONGEST_ASIDE && ASIDE.matcher(text).matches()
              ? Optional.of(casing.inside(text, true))
              : Optional.empty();
      case HEADING -> Optional.of(casing.capital(text));
      default -> throw new IllegalArgumentException(form + " may leave something out");
    };
  }

  /** Any words after a colon; between quotation marks when somebody speaks of himself. */
  String note(String text) {
    return reader.isFirstPerson(text) ? quoted(text, "") : casing.inside(text, true);
  }

  private boolean speaksOfThem(String text) {
    return words.tokens(text).all().stream()
        .anyMatch(token -> words.in(WordList.THEM, token.word()));
  }

  private String quoted(String text, String written) {
    var mark = MARK.matcher(written);
    var end = mark.matches() && !text.endsWith("…") ? mark.group(1) : "";
    return words.glue(Glue.BEFORE_QUOTE)
        + casing.capital(text)
        + end
        + words.glue(Glue.AFTER_QUOTE);
  }
}
