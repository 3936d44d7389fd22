package rapport.conversation.understanding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.value.QuestionMarks;

/**
 * Hears tags wherever they are mentioned, whatever else the message is: "what about SSO?" says that
 * SSO matters. They join what is known already.
 */
public final class Mentions {

  private static final double CONFIDENCE = 0.9;

  /** What Arabic writes in one with the word that follows. */
  private static final String JOINED = "(?:[وف]?(?:ال|بال|لل|[بلك])?)?";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final Utterance utterance;

  private Mentions(Utterance utterance) {
    this.utterance = utterance;
  }

  /** The acts of a message and what it mentions besides. */
  public static List<Act> with(List<Act> acts, Utterance utterance) {
    return new Mentions(utterance).with(acts);
  }

  private List<Act> with(List<Act> acts) {
    var heard = new LinkedHashMap<String, Act.Fill>();
    for (var field : utterance.fields()) {
      if (field.type() == FieldType.STRING) {
        expressed(field).ifPresent(fill -> heard.put(field.path(), fill));
      } else if (!field.mentions().isEmpty()) {
        mentioned(field, acts).ifPresent(fill -> heard.put(field.path(), fill));
      }
    }
    if (heard.isEmpty()) {
      return answers(acts);
    }
    var all = new ArrayList<Act>();
    heard.keySet().removeIf(path -> acts.stream().anyMatch(act -> corrects(act, path)));
    acts.stream()
        .filter(act -> !isHeardBetter(act, heard) && !isAsked(act) && !isOnly(act, heard))
        .forEach(all::add);
    all.addAll(heard.values());
    return all;
  }

  /** The acts without questions that were taken for answers; interviews answer none. */
  private List<Act> answers(List<Act> acts) {
    if (utterance.fields().stream().allMatch(field -> field.mentions().isEmpty())) {
      return acts;
    }
    var answers = acts.stream().filter(act -> !isAsked(act)).toList();
    return answers.isEmpty() ? List.of(new Act.NotUnderstood(utterance.text())) : answers;
  }

  private static boolean corrects(Act act, String path) {
    return act instanceof Act.Correct correct && correct.path().equals(path);
  }

  /** What was understood less well: the same field, or nothing at all but no question either. */
  private static boolean isHeardBetter(Act act, Map<String, Act.Fill> heard) {
    return switch (act) {
      case Act.Fill fill -> heard.containsKey(fill.path());
      case Act.Unsure(var candidates, _) ->
          candidates.stream().anyMatch(candidate -> heard.containsKey(candidate.path()));
      case Act.NotUnderstood(var said) -> !QuestionMarks.end(said);
      default -> false;
    };
  }

  /** Words that answer a question because it was just asked, and are a question themselves. */
  private boolean isAsked(Act act) {
    return act instanceof Act.Fill(var path, _, var quote, _)
        && utterance.asked().stream()
            .anyMatch(field -> field.path().equals(path) && takesWords(field))
        && QuestionMarks.in(utterance.text()).stream()
            .anyMatch(sentence -> sentence.contains(quote));
  }

  private static boolean takesWords(Field field) {
    return field.type().freeText() || field.type() == FieldType.TAGS;
  }

  /** "Vue" says nothing about how many they are, nor "before the summer" about their tools. */
  private boolean isOnly(Act act, Map<String, Act.Fill> heard) {
    return switch (act) {
      case Act.Fill(var path, _, var quote, _) ->
          utterance.asked().stream()
              .filter(field -> field.path().equals(path))
              .anyMatch(field ->
                  (!field.mentions().isEmpty() && isHeardElsewhere(quote, heard))
                      || (field.type() == FieldType.TEXT && isOnlyTags(quote, heard)));
      case Act.Unsure(var candidates, var quote) ->
          candidates.stream().allMatch(one -> one.value().display().equals(quote.strip()))
              && isHeardElsewhere(quote, heard);
      default -> false;
    };
  }

  /** Whether the words hold an expression of another field, or hardly more than its tags. */
  private boolean isHeardElsewhere(String words, Map<String, Act.Fill> heard) {
    return heard.values().stream()
        .anyMatch(fill ->
            fill.value() instanceof FieldValue.Tags(var tags)
                ? isHardlyMore(words, tags, fill.path())
                : words.contains(fill.quote()));
  }

  /** "Salesforce and SAP" is nobody's story. */
  private boolean isOnlyTags(String words, Map<String, Act.Fill> heard) {
    return heard.values().stream()
        .anyMatch(fill ->
            fill.value() instanceof FieldValue.Tags(var tags)
                && isHardlyMore(words, tags, fill.path()));
  }

  private boolean isHardlyMore(String words, List<String> tags, String path) {
    return WORD.matcher(without(words, tags, path)).results().count() < tags.size();
  }

  private String without(String words, List<String> tags, String path) {
    var rest = words;
    for (var tag : tags) {
      for (var name : names(path, tag)) {
        rest = word(name).matcher(rest).replaceAll(" ");
      }
    }
    return rest;
  }

  /** The words of an expression alone, also when the whole sentence was taken for them. */
  private Optional<Act.Fill> expressed(Field field) {
    return field.mentions().stream()
        .flatMap(kind -> Expressions.of(kind, utterance.text()).stream())
        .findFirst()
        .filter(words -> isAskedNow(field) || !utterance.values().containsKey(field.path()))
        .map(words -> new Act.Fill(field.path(), FieldValue.text(words), words, CONFIDENCE));
  }

  private boolean isAskedNow(Field field) {
    return utterance.asked().stream().anyMatch(asked -> asked.path().equals(field.path()));
  }

  private Optional<Act.Fill> mentioned(Field field, List<Act> acts) {
    var tags = new ArrayList<String>();
    var quote = "";
    for (var tag : field.mentions()) {
      var found = find(field, tag);
      if (found.isPresent()) {
        tags.add(tag);
        quote = quote.isEmpty() ? found.get() : quote;
      }
    }
    if (tags.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<>(known(field));
    said(field, acts).filter(tag -> !wraps(tag, tags)).forEach(all::add);
    tags.stream().filter(tag -> all.stream().noneMatch(tag::equalsIgnoreCase)).forEach(all::add);
    return Optional.of(new Act.Fill(field.path(), new FieldValue.Tags(all), quote, CONFIDENCE));
  }

  /** Own words an interpreter has found. */
  private static Stream<String> said(Field field, List<Act> acts) {
    return acts.stream()
        .<String>mapMulti((act, kept) -> {
          if (act instanceof Act.Fill(var path, FieldValue.Tags(var tags), _, _)
              && path.equals(field.path())) {
            tags.forEach(kept);
          }
        });
  }

  /** Whether words only stand around what is mentioned, or are the "js" of "Node.js". */
  private static boolean wraps(String words, List<String> tags) {
    var plain = words.toLowerCase(Locale.ROOT);
    return tags.stream()
        .anyMatch(
            tag -> plain.contains(tag.toLowerCase(Locale.ROOT)) || word(words).matcher(tag).find());
  }

  private List<String> known(Field field) {
    return utterance.values().get(field.path()) instanceof FieldValue.Tags(var tags)
        ? tags
        : List.of();
  }

  /** A tag, or what it is called in the language of the conversation; alternatives by a slash. */
  private Optional<String> find(Field field, String tag) {
    return names(field.path(), tag).stream()
        .map(word -> word(word).matcher(utterance.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  private List<String> names(String path, String tag) {
    var called = utterance.texts().field(path).option(tag);
    return Stream.concat(Stream.of(tag), Stream.of(called.split("/")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Pattern word(String word) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + JOINED + Pattern.quote(word) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
