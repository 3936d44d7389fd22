package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Options;

/** Recognises the options of a choice, by any of their names. */
final class Choices {

  private final Reading reading;
  private final Field field;
  private final Phrases<String> spoken = new Phrases<>();
  private final Phrases<String> distinct = new Phrases<>();

  Choices(Reading reading, Field field) {
    this.reading = reading;
    this.field = field;
    var texts = reading.texts(field);
    field.options().forEach(option -> option(option, texts));
    var choices = reading.utterance().choices().getOrDefault(field.path(), List.of());
    choices.forEach(choice -> spoken.add(Pattern.tokens(choice), choice));
    people(choices);
  }

  /** An option, and where it was said. */
  record Picked(String option, Span span) {}

  private void option(String option, @Nullable FieldTexts texts) {
    Options.spellings(option).forEach(words -> spoken.add(Pattern.tokens(words), option));
    if (texts != null) {
      spoken.add(Pattern.tokens(texts.option(option)), option);
    }
    var words = Pattern.tokens(option);
    if (words.size() > 1 || option.chars().anyMatch(Character::isDigit)) {
      distinct.add(words, option);
    }
  }

  /** People may be called by the part of their entry before the comma, or by one unique name. */
  private void people(List<String> choices) {
    var seen = new HashSet<String>();
    var twice = new HashSet<String>();
    for (var choice : choices) {
      new HashSet<>(names(choice)).stream().filter(n -> !seen.add(n)).forEach(twice::add);
    }
    for (var choice : choices) {
      spoken.add(names(choice), choice);
      for (var name : names(choice)) {
        if (!twice.contains(name)) {
          spoken.add(List.of(name), choice);
        }
      }
    }
  }

  private static List<String> names(String choice) {
    var comma = choice.indexOf(',');
    return Pattern.tokens(comma < 0 ? choice : choice.substring(0, comma));
  }

  /** The option these words are as a whole. */
  Optional<Picked> whole(Span span) {
    var match = spoken.whole(reading.tokens(), span, Names.NONE);
    if (match != null) {
      return Optional.of(new Picked(match.meaning(), span));
    }
    var known = reading.words(field).values().whole(reading.tokens(), span, Names.NONE);
    return known == null
        ? Optional.empty()
        : offered(known.meaning()).map(option -> new Picked(option, span));
  }

  /** The only option said in these words; empty when there is none, or more than one. */
  Optional<Picked> anywhere(Span span) {
    var picked = find(span, List.of(spoken, reading.words(field).values()));
    return single(picked);
  }

  /** The only option that can mean nothing else, such as "B2B". */
  Optional<Picked> unmistakable(Span span) {
    return single(find(span, List.of(distinct)));
  }

  private static Optional<Picked> single(List<Picked> picked) {
    Set<String> options = new HashSet<>();
    picked.forEach(pick -> options.add(pick.option()));
    return options.size() == 1 ? Optional.of(picked.getFirst()) : Optional.empty();
  }

  private List<Picked> find(Span span, List<Phrases<String>> lists) {
    var picked = new ArrayList<Picked>();
    var at = span.from();
    while (at < span.to()) {
      var step = 1;
      for (var phrases : lists) {
        var match = phrases.longest(reading.tokens(), at, span.to(), Names.NONE);
        var option = match == null ? Optional.<String>empty() : offered(match.meaning());
        if (match != null && match.to() - at >= step && option.isPresent() && !negated(at)) {
          picked.add(new Picked(option.get(), new Span(at, match.to())));
          step = match.to() - at;
        }
      }
      at += step;
    }
    return picked;
  }

  /** The option words stand for; flows may call the same thing differently: "one|other". */
  private Optional<String> offered(String meaning) {
    var choices = reading.utterance().choices().getOrDefault(field.path(), List.of());
    return Stream.concat(Stream.of(meaning), Arrays.stream(meaning.split("\\|", -1)))
        .filter(option -> field.options().contains(option) || choices.contains(option))
        .findFirst();
  }

  private boolean negated(int at) {
    return reading.language().has("negations", reading.tokens(), at - 1);
  }
}
