package rapport.conversation.understanding.embedded;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import rapport.contracts.FieldValue;
import rapport.conversation.value.Found;
import rapport.conversation.value.Passage;

/** Telephone numbers, with or without the code of their country. */
final class Phones {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /** Further in, nobody leaves a number for us. */
  private static final int FAR_IN = 2_000;

  private static final int MOST_ATTEMPTS = 20;

  private Phones() {}

  /**
   * The numbers of a text.
   *
   * @param region where a number without the code of a country is from, as ISO 3166 has it
   */
  static List<Found> find(Passage passage, String region) {
    var text = passage.tokens().text();
    var searched = text.substring(0, Math.min(text.length(), FAR_IN));
    var found = new ArrayList<Found>();
    for (var match : NUMBERS.findNumbers(searched, region, Leniency.POSSIBLE, MOST_ATTEMPTS)) {
      var number = NUMBERS.format(match.number(), PhoneNumberFormat.INTERNATIONAL);
      found.add(new Found(Found.Kind.PHONE, FieldValue.text(number), match.start(), match.end()));
    }
    return found;
  }
}
