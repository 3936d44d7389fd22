package rapport.lead.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import rapport.lead.text.Cues;

/** An e-mail address a visitor gives, written or spelled out, and the wish not to give one. */
public final class EmailAddress {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.@])[A-Za-z0-9][A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}@"
              + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+\\p{L}{2,24}"
              + "(?![\\p{L}\\p{N}@])");
  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])((?!(?:me|us|him|her|them|it|is|you|look|here|someone) )"
              + "[\\p{L}\\p{N}]{1,40}(?:(?: dot |\\.| underscore | dash |_|-)[\\p{L}\\p{N}]{1,40}){0,4})"
              + "(?: ?[(\\[]at[)\\]] ?| at )"
              + "([\\p{L}\\p{N}-]{1,40}(?:(?: dot | ?[(\\[]dot[)\\]] ?|\\.)[\\p{L}\\p{N}-]{1,40}){0,3}"
              + "(?: dot | ?[(\\[]dot[)\\]] ?|\\.)\\p{L}{2,24})(?![\\p{L}\\p{N}])");

  private static final Pattern REFUSED =
      Cues.anyOf(
          List.of(
              "(?:rather|prefer) not",
              "(?:don'?t|do not|won'?t|wouldn'?t|not) (?:want to |going to |like to |gonna )?"
                  + "(?:give|share|leave|hand)(?:ing)? (?:\\w+ ){0,3}(?:e-?mail|address|contact)",
              "no (?:e-?mails?|spam)"));

  private EmailAddress() {}

  /** The first address in a message; the domain is in lower case. */
  public static Optional<String> in(String message) {
    var written = WRITTEN.matcher(message);
    if (written.find() && !written.group().contains("..")) {
      return Optional.of(canonical(written.group()));
    }
    var spoken = SPOKEN.matcher(message);
    return spoken.find()
        ? Optional.of(canonical(spelled(spoken.group(1)) + "@" + spelled(spoken.group(2))))
        : Optional.empty();
  }

  /** Whether the visitor would not give one now. */
  public static boolean refused(String message) {
    return REFUSED.matcher(message).find();
  }

  private static String spelled(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll(" ?[(\\[]dot[)\\]] ?| dot ", ".")
        .replaceAll(" underscore ", "_")
        .replaceAll(" dash ", "-");
  }

  private static String canonical(String address) {
    var at = address.lastIndexOf('@');
    return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
  }
}
