package rapport.conversation.understanding.embedded;

import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Reply.Given;

/** Fills fields from what clauses show by themselves: options, typed values, known words. */
final class Evidence {

  private final Reading reading;
  private final Answering answering;
  private final Scores scores;
  private final Written written;
  private final Recognised recognised;
  private final Ahead ahead;

  Evidence(
      Reading reading, Answering answering, Scores scores, Written written, Recognised recognised) {
    this.reading = reading;
    this.answering = answering;
    this.scores = scores;
    this.written = written;
    this.recognised = recognised;
    this.ahead = new Ahead(reading, written);
  }

  /**
   * From the surest kind to the weakest.
   *
   * @param refused whether the message does not want to answer, so that nothing is asked back
   */
  void read(List<Span> open, boolean refused) {
    choices(open);
    typed(open);
    if (!refused) {
      new Bare(reading, scores, written).read(open);
    }
    words(open);
  }

  private void choices(List<Span> open) {
    for (var field : reading.fields().values()) {
      var asked = reading.head().filter(field::equals).isPresent();
      if (field.type() != FieldType.CHOICE || written.has(field)) {
        continue;
      }
      if (asked || !field.control()) {
        choice(field, asked, open);
      } else if (ahead.taken(field)) {
        ahead.choice(field, open);
      }
    }
  }

  private void choice(Field field, boolean asked, List<Span> open) {
    var choices = new Choices(reading, field);
    for (var clause : open) {
      (asked ? choices.anywhere(clause) : choices.unmistakable(clause))
          .filter(picked -> asked || !holds(field, picked.option()))
          .ifPresent(picked -> {
            var option = FieldValue.text(picked.option());
            var given = new Given(option, picked.span(), Confidence.TYPED_AND_ASKED);
            written.fill(field, given, given.confidence());
          });
    }
  }

  /** "B2B software" says nothing new about a profile that is B2B. */
  private boolean holds(Field field, String option) {
    return FieldValue.text(option).equals(reading.utterance().values().get(field.path()));
  }

  private void typed(List<Span> open) {
    for (var score : Assignment.of(scores.all())) {
      var span = score.candidate().span();
      if (open.stream().anyMatch(clause -> clause.overlaps(span)) && !written.used(span)) {
        written.fill(
            score.field(), new Given(score.value(), span, score.confidence()), score.confidence());
      }
    }
  }

  private void words(List<Span> open) {
    var story = reading.head().filter(field -> field.type() == FieldType.TEXT).isPresent();
    var firstSentence = reading.message().sentences().getFirst().span();
    for (var clause : open) {
      recognised.read(clause, story && firstSentence.contains(clause));
    }
    polarity(open);
  }

  /** "She likes dashboards", when the question was not one that takes a story. */
  private void polarity(List<Span> open) {
    var story = reading.head().filter(field -> field.type().freeText()).isPresent();
    var stories = reading.utterance().asked().stream().filter(f -> f.type() == FieldType.TEXT);
    if (stories.count() > 1 && reading.utterance().asked().stream().noneMatch(this::polar)) {
      return;
    }
    for (var field : reading.fields().values()) {
      if (polar(field) && !written.has(field)) {
        var opinions =
            open.stream()
                .filter(clause -> !story || !firstSentence(clause))
                .filter(clause -> new Polarity(reading).begins(clause))
                .toList();
        if (!opinions.isEmpty()) {
          var asked = reading.head().filter(field::equals).isPresent();
          var first = asked ? open.getFirst() : opinions.getFirst();
          var span = new Span(first.from(), opinions.getLast().to());
          if (answering.read(field, span) instanceof Given given) {
            written.fill(field, given, Confidence.ASKED);
          }
        }
      }
    }
  }

  private boolean polar(Field field) {
    return reading.words(field).is(FieldWords.Kind.POLARITY);
  }

  private boolean firstSentence(Span clause) {
    return reading.message().sentences().getFirst().span().contains(clause);
  }
}
