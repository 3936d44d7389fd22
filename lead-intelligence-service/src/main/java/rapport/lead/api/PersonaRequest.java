package rapport.lead.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Answer;
import rapport.contracts.PersonaState.Button;
import rapport.contracts.PersonaState.Maker;
import rapport.contracts.PersonaState.Question;
import rapport.contracts.PersonaState.Status;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/**
 * A persona as a person writes it; what is left out is empty. Lists have at most 50 elements, texts
 * at most 600 characters.
 *
 * @param rev the revision it was read at; not needed for a new one
 * @param name required
 */
record PersonaRequest(
    @Nullable Long rev,
    @Nullable String name,
    @Nullable String site,
    @Nullable String description,
    @Nullable List<String> needs,
    @Nullable List<String> vocabulary,
    @Nullable List<String> exemplars,
    @Nullable String opening,
    @Nullable String nextSteps,
    @Nullable List<Question> questions,
    @Nullable List<Button> buttons,
    @Nullable List<Answer> knowledge) {

  private static final int LONGEST_LIST = 50;
  private static final int LONGEST_TEXT = 600;

  /**
   * The persona it describes, as an approved one a person made.
   *
   * @throws Problem 422 {@code invalid-persona} naming each part that is wrong
   */
  PersonaState state() {
    var errors = new ArrayList<FieldError>();
    if (name == null || name.isBlank()) {
      errors.add(new FieldError("name", "required", "A persona needs a name."));
    }
    text(errors, "name", name);
    text(errors, "description", description);
    text(errors, "opening", opening);
    text(errors, "nextSteps", nextSteps);
    list(errors, "needs", of(needs));
    list(errors, "vocabulary", of(vocabulary));
    list(errors, "exemplars", of(exemplars));
    list(errors, "questions", texts(of(questions), Question::text));
    list(errors, "buttons", texts(of(buttons), Button::label));
    list(errors, "knowledge", texts(of(knowledge), Answer::answer));
    list(errors, "knowledge", texts(of(knowledge), Answer::topic));
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "invalid-persona", "The persona cannot be kept.")
          .withErrors(errors);
    }
    return new PersonaState(
        Objects.requireNonNull(name).strip(),
        1,
        site == null ? PersonaState.STARTER : site,
        Status.APPROVED,
        Maker.PERSON,
        Objects.requireNonNullElse(description, ""),
        of(needs),
        of(vocabulary),
        of(exemplars),
        opening,
        nextSteps,
        of(questions),
        of(buttons),
        of(knowledge));
  }

  private static <T> List<T> of(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> List<@Nullable String> texts(List<T> list, Function<T, String> text) {
    return list.stream().<@Nullable String>map(it -> it == null ? null : text.apply(it)).toList();
  }

  private static void text(List<FieldError> errors, String path, @Nullable String text) {
    if (text != null && text.length() > LONGEST_TEXT) {
      errors.add(
          new FieldError(path, "too-long", "At most " + LONGEST_TEXT + " characters, please."));
    }
  }

  private static void list(
      List<FieldError> errors, String path, List<? extends @Nullable String> texts) {
    if (texts.size() > LONGEST_LIST) {
      errors.add(new FieldError(path, "too-many", "At most " + LONGEST_LIST + ", please."));
    }
    for (var at = 0; at < texts.size(); at++) {
      var text = texts.get(at);
      if (text == null || text.isBlank()) {
        errors.add(new FieldError(path + "[" + at + "]", "required", "It is empty."));
      }
      text(errors, path + "[" + at + "]", text);
    }
  }
}
