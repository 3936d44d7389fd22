package rapport.conversation.dialogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Candidate;
import rapport.contracts.ConversationEvent.ClarificationAsked;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** Asks what a message meant when it may have meant more than one thing. */
public final class Clarifying {

  /** Nobody reads through more of them. */
  private static final int MOST = 3;

  /** How sure a value is that is asked about. */
  private static final double DOUBTED = 0.5;

  private final Draft draft;

  Clarifying(Draft draft) {
    this.draft = draft;
  }

  /** Asks, if anything it may have meant can be written, and nothing is asked already. */
  void ask(Act.Unsure unsure) {
    var candidates = candidates(unsure);
    if (!candidates.isEmpty() && draft.now().interview().unclear() == null) {
      draft.emit(new ClarificationAsked(unsure.quote(), candidates));
    }
  }

  /** Asks whether what a field holds is right; of several only about the first. */
  void doubt(List<String> paths) {
    if (draft.definition().conduct().isHuman(draft.now().standing().mode())) {
      return;
    }
    paths.stream()
        .flatMap(path -> {
          var value = draft.field(path).value();
          return value == null ? Stream.empty() : Stream.of(new Candidate(path, value, DOUBTED));
        })
        .findFirst()
        .ifPresent(one -> draft.emit(new ClarificationAsked(one.value().display(), List.of(one))));
  }

  /** Whether the question is about what a field already holds. */
  public static boolean isDoubt(ClarificationAsked unclear, Dialogue dialogue) {
    return unclear.candidates().stream()
        .allMatch(one -> one.value().equals(dialogue.value(one.path())));
  }

  private List<Candidate> candidates(Act.Unsure unsure) {
    return unsure.candidates().stream()
        .<Candidate>mapMulti((fill, kept) -> {
          var field = draft.definition().field(fill.path());
          if (field.isPresent()
              && field.get().appliesTo(draft.now())
              && Answers.check(
                      field.get(),
                      fill.value(),
                      Choices.fromContext(field.get(), draft.now()),
                      draft.now().wording())
                  instanceof Answer.Accepted(var value)) {
            kept.accept(new Candidate(fill.path(), value, fill.confidence()));
          }
        })
        .limit(MOST)
        .toList();
  }

  /** The message that the open question is about; null while there is no such question. */
  static @Nullable String unclearMessage(Dialogue dialogue) {
    return dialogue.interview().unclear() == null || dialogue.turns().isEmpty()
        ? null
        : dialogue.turns().getLast().messageId();
  }
}
