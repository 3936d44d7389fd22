package rapport.lead.detection;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import rapport.lead.persona.Persona;
import rapport.lead.text.Sentence;
import rapport.lead.text.Terms;

/** What visitors call themselves, and what they say they are not. */
final class Called {

  private static final Pattern IS =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:we'?re|we are|i'?m|i am|im|as|actually|i run|we run|i own|we own"
              + "|i have|we have|i work (?:for|in|at)|we work (?:for|in)|i manage|here at|this is"
              + "|speaking as|being)(?: (?:a|an|the|one of the|just|only|actually|more of|rather|in|at))*"
              + " (?!(?:not|no|never)(?![\\p{L}]))((?:[\\p{L}\\p{N}'-]+ ?){1,6})");
  private static final Pattern IS_NOT =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:(?:we|i|we'?re|i'?m|are|am|this is|it'?s|is)(?: really| actually)?"
              + " (?:not|no)|isn'?t|aren'?t|ain'?t|not)"
              + "(?: (?:a|an|the|really|actually|just|any))* ((?:[\\p{L}\\p{N}'-]+ ?){1,4})");

  private final List<Set<String>> names;

  Called(List<Persona> personas) {
    this.names = personas.stream().map(Called::own).toList();
  }

  private static Set<String> own(Persona persona) {
    return new LinkedHashSet<>(Terms.of(persona.state().name().replaceAll("[_/&-]", " ")));
  }

  /** For each persona the share of its name in what the visitor calls themselves, 0 to 1. */
  double[] is(Sentence sentence) {
    return shares(IS, sentence);
  }

  /** For each persona 1 when the visitor says they are not that, 0 otherwise. */
  double[] isNot(Sentence sentence) {
    return Arrays.stream(shares(IS_NOT, sentence)).map(Math::ceil).toArray();
  }

  private double[] shares(Pattern pattern, Sentence sentence) {
    var shares = new double[names.size()];
    var matcher = pattern.matcher(sentence.text());
    while (matcher.find()) {
      var said = Set.copyOf(Terms.of(matcher.group(1)));
      for (var k = 0; k < shares.length; k++) {
        var shared = names.get(k).stream().filter(said::contains).count();
        shares[k] =
            Math.max(shares[k], names.get(k).isEmpty() ? 0 : (double) shared / names.get(k).size());
      }
    }
    return shares;
  }
}
