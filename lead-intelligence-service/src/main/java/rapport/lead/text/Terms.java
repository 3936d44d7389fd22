package rapport.lead.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text that say what it is about, in a form that endings do not change much. */
public final class Terms {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final int SHORTEST_STEM = 4;
  private static final Set<String> SAY_NOTHING =
      Set.of(
          ("a about after again all also am an and any are as at be been before being both but by"
                  + " can could did do does doing don down each else ever few for from get got had"
                  + " has have having he hello her here hey hi him his how i if in into is it its"
                  + " just know let like ll lot ls m make many may me might more most much my need"
                  + " needs new no not now of off ok okay on one only or other our out over own"
                  + " please re really s same say see she should so some such sure t than thank"
                  + " thanks that the their them then there these they thing things this those to"
                  + " today too up us use used using ve very want wants was way we well were what"
                  + " when where which while who why will with work works would yes yet you your")
              .split(" "));

  private Terms() {}

  /** In their order, repeated ones repeatedly. */
  public static List<String> of(String text) {
    var terms = new ArrayList<String>();
    var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      var word = words.group();
      if (word.length() > 1 && !SAY_NOTHING.contains(word) && !isNumber(word)) {
        terms.add(stem(word));
      }
    }
    return terms;
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  private static String stem(String word) {
    for (var ending : List.of("ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "s", "y")) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        var stem = word.substring(0, word.length() - ending.length());
        return doubled(stem) ? stem.substring(0, stem.length() - 1) : stem;
      }
    }
    return word.endsWith("e") && word.length() > SHORTEST_STEM
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static boolean doubled(String stem) {
    var last = stem.length() - 1;
    return last > SHORTEST_STEM - 1
        && stem.charAt(last) == stem.charAt(last - 1)
        && "ls".indexOf(stem.charAt(last)) < 0;
  }
}
