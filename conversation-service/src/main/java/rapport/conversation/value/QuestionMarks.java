package rapport.conversation.value;

import java.util.ArrayList;
import java.util.List;

/** Tells questions by the mark they end with, in Latin and in Arabic letters. */
public final class QuestionMarks {

  private static final String QUESTION = "?؟";
  private static final String MARKS = ".!" + QUESTION;

  /** What follows a mark within a word, a number or an address: Node.js, 2.5, ?page=2. */
  private static final String JOINED = "=&/_";

  private QuestionMarks() {}

  /** The sentences of a text that are questions, each with its mark. */
  public static List<String> in(String text) {
    var questions = new ArrayList<String>();
    var start = 0;
    for (var at = 0; at < text.length(); at++) {
      var marks = at;
      while (at < text.length() && MARKS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (marks < at && !isWithinWord(text, at)) {
        if (hasQuestionMark(text.substring(marks, at)) && !text.substring(start, marks).isBlank()) {
          questions.add(text.substring(start, at).strip());
        }
        start = at;
      }
      if (at < text.length() && text.charAt(at) == '\n') {
        start = at + 1;
      }
    }
    return questions;
  }

  private static boolean isWithinWord(String text, int at) {
    return at < text.length()
        && (Character.isLetterOrDigit(text.codePointAt(at))
            || JOINED.indexOf(text.charAt(at)) >= 0);
  }

  /** Whether a text ends with a question; of marks alone, only those of questions are one. */
  public static boolean end(String text) {
    var end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end == 0 ? text.strip().matches("[?؟]+") : hasQuestionMark(text.substring(end));
  }

  private static boolean hasQuestionMark(String text) {
    return text.chars().anyMatch(c -> QUESTION.indexOf(c) >= 0);
  }
}
