package rapport.lead.fact;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.CommonWords;
import rapport.lead.text.Names;
import rapport.lead.text.Sentence;

/** Tools and techniques that are named, by their proper names. */
final class TechStack implements FactRule {

  static final String PATH = "company.techStack";

  static final Names NAMES = Names.read("/lead/stack.txt");

  /** What they have that something has to work with: "it must talk to our Brindlecart". */
  private static final String USED_WITH =
      "(?iu)(?<![\\p{L}])(?:into|through|via|(?:(?:in|to|with|from|over) (?:our|my))"
          + "|(?:connect|integrat|sync|link|talk|hook|tie|plug|push|work|export|import|land|speak)\\w*"
          + " (?:\\w+ ){0,2}?(?:to|with|into|from|in|up to)"
          + "|(?:wms|erp|crm|pos|cms|lms|his|pms|login|logins?) (?:is|are|in|with|from|through|via))"
          + "(?: (?:a|an|the|our|my|their))? ";

  private static final Pattern BEFORE = Pattern.compile(USED_WITH + "$");
  private static final Pattern NEW = Pattern.compile(USED_WITH + "((?-i:\\p{Lu})\\p{L}{3,})");

  /** Whether what follows these words is something they use. */
  static boolean isUsedWith(String before) {
    return BEFORE.matcher(before).find();
  }

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var names =
        Stream.concat(
                NAMES.in(sentence.text()).stream().map(Names.Found::name),
                NEW.matcher(sentence.text())
                    .results()
                    .map(found -> found.group(1))
                    .filter(CommonWords::isMadeUp)
                    .filter(name -> NAMES.in(name).isEmpty()))
            .distinct()
            .toList();
    return names.isEmpty()
        ? Stream.empty()
        : Stream.of(new Fact(PATH, new FieldValue.Tags(names), sentence.text(), .85));
  }
}
