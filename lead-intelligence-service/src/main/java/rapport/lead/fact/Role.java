package rapport.lead.fact;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Names;
import rapport.lead.text.Sentence;

/** What the visitor is: "I'm the CTO", "head of support here", "as a landlord". */
final class Role implements FactRule {

  static final String PATH = "behavior.role";

  private static final Names NAMES = Names.read("/lead/roles.txt");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)(?:(?<![\\p{L}])(?:i'?m|i am|im|as|being|i work as|my (?:role|job|title) is"
              + "|speaking as)|^)(?: (?:the|a|an|our|their|one of the|just|only|also|currently|now"
              + "|and|both|new|acting|interim|small|busy|sole))*(?: [\\p{L}-]+)? ?$");
  private static final Pattern AFTER = Pattern.compile("(?iu)^ (?:here|at|of an?|for an?)\\b");
  private static final Pattern SAYS_I =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:i'?m|i am|im|as an?|as the|being|work as|is)(?![\\p{L}])");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var text = sentence.text();
    return NAMES.in(text).stream()
        .filter(found -> ofThemselves(text, found))
        .limit(1)
        .map(found -> new Fact(PATH, FieldValue.text(name(found)), text, .8));
  }

  private static boolean ofThemselves(String text, Names.Found found) {
    var before = text.substring(0, found.start());
    if (!BEFORE.matcher(before).find()) {
      return false;
    }
    return SAYS_I.matcher(before).find()
        || (found.start() == 0 && AFTER.matcher(text.substring(found.end())).find());
  }

  private static String name(Names.Found found) {
    var abbreviated = found.name().equals(found.name().toUpperCase(Locale.ROOT));
    return (abbreviated && !found.name().equals("VP")) || found.name().equals("co-founder")
        ? found.name()
        : found.text();
  }
}
