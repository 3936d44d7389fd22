package rapport.conversation.understanding.embedded;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.embedded.Phrases.Names;

/** Understands what answers the question which field was meant: "the second", "income", "no". */
final class WhichOne {

  private final Reading reading;
  private final List<String> candidates;

  WhichOne(Reading reading) {
    this.reading = reading;
    this.candidates = reading.utterance().unclear().stream().map(Act.Fill::path).toList();
  }

  /**
   * An answer to the question.
   *
   * @param rest what was said after it; empty when that was all
   */
  record Answer(Act act, Span rest) {}

  /** The answer; empty when the message is about something else. */
  Optional<Answer> read() {
    var clauses = reading.message().clauses();
    var chosen = new LinkedHashSet<String>();
    var denied = false;
    var read = 0;
    for (var clause : clauses) {
      var meant = meant(clause);
      if (meant.isEmpty() && !opens(clause)) {
        break;
      }
      meant.ifPresent(chosen::addAll);
      denied |= meant.filter(Set::isEmpty).isPresent();
      read++;
    }
    var whole = reading.message().span();
    if (!chosen.isEmpty() || denied) {
      var rest =
          read == clauses.size()
              ? new Span(whole.to(), whole.to())
              : new Span(clauses.get(read).from(), whole.to());
      return Optional.of(new Answer(new Act.Choose(List.copyOf(chosen)), rest));
    }
    return command(whole).map(act -> new Answer(act, new Span(whole.to(), whole.to())));
  }

  /** Whether a clause says nothing yet: the "sorry" of "sorry, the revenue". */
  private boolean opens(Span clause) {
    return new Cursor(reading, clause).skip("openers").empty();
  }

  /** What a clause chooses: nothing when it says none of them; empty when it says neither. */
  private Optional<Set<String>> meant(Span clause) {
    var opened =
        new Cursor(reading, clause)
            .skip("openers")
            .skip("which_openers")
            .skip("determiners")
            .rest();
    // "First" may close a wish, too, so the words are read with their end before without it.
    var closed = reading.language().beforeClosers("closers", reading.tokens(), opened);
    return exactly(opened).or(() -> exactly(closed));
  }

  private Optional<Set<String>> exactly(Span bare) {
    if (bare.empty()) {
      return Optional.empty();
    }
    if (is("which_none", bare) || is("plain_no", bare)) {
      return Optional.of(Set.of());
    }
    if (is("which_all", bare)) {
      return Optional.of(new LinkedHashSet<>(candidates));
    }
    var place = reading.language().list("which_places").whole(reading.tokens(), bare, Names.NONE);
    return place == null ? named(bare) : at(Integer.parseInt(place.meaning()));
  }

  private boolean is(String list, Span words) {
    return reading.language().list(list).whole(reading.tokens(), words, Names.NONE) != null;
  }

  /** The candidate at a place, from 1; the last one for -1. */
  private Optional<Set<String>> at(int place) {
    var index = place < 0 ? candidates.size() - 1 : place - 1;
    return index < candidates.size()
        ? Optional.of(Set.of(candidates.get(index)))
        : Optional.empty();
  }

  private Optional<Set<String>> named(Span words) {
    var named =
        reading.names().cue(reading.tokens(), words.from(), words.to(), Set.copyOf(candidates));
    if (named == null || named.fields().size() != 1) {
      return Optional.empty();
    }
    var left = reading.language().length("name_closers", reading.tokens(), named.to(), words.to());
    return named.to() + left == words.to() ? Optional.of(named.fields()) : Optional.empty();
  }

  /** Whoever agrees, or does not want to say which, says no more than that. */
  private Optional<Act> command(Span whole) {
    var heard =
        new Commands(reading)
            .heard().stream()
                .filter(one -> one.fields().isEmpty())
                .map(Commands.Heard::command)
                .collect(Collectors.toSet());
    if (whole.empty() || heard.size() != 1 || !new Commands(reading).others().isEmpty()) {
      return Optional.empty();
    }
    return switch (heard.iterator().next()) {
      case YES -> Optional.of(new Act.Confirm());
      case NO, SKIP, DONT_KNOW -> Optional.of(new Act.Choose(List.of()));
      default -> Optional.empty();
    };
  }
}
