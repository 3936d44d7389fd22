package rapport.lead.fact;

import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.LeadEvent.Fact;
import rapport.lead.text.Names;
import rapport.lead.text.Sentence;

/** Tools and techniques that are named, by their proper names. */
final class TechStack implements FactRule {

  static final String PATH = "company.techStack";

  static final Names NAMES = Names.read("/lead/stack.txt");

  @Override
  public Stream<Fact> in(Sentence sentence) {
    var names = NAMES.in(sentence.text()).stream().map(Names.Found::name).distinct().toList();
    return names.isEmpty()
        ? Stream.empty()
        : Stream.of(new Fact(PATH, new FieldValue.Tags(names), sentence.text(), .85));
  }
}
