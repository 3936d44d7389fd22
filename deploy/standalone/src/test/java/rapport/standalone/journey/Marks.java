package rapport.standalone.journey;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A word of eight letters for each of many people that nobody else has. They are found in any
 * bytes, of a file as well: eight letters are one number, which is looked up at every byte.
 */
final class Marks {

  private static final int LETTERS = 8;

  private final String[] words;
  private final Map<Long, Integer> people = new HashMap<>();

  Marks(int number, long seed) {
    var random = new Random(seed);
    this.words = new String[number];
    for (int person = 0; person < number; person++) {
      words[person] =
          random
              .ints(LETTERS, 'a', 'z' + 1)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      people.put(number(words[person]), person);
    }
  }

  String of(int person) {
    return words[person];
  }

  private static long number(String word) {
    var number = 0L;
    for (var letter : word.getBytes(StandardCharsets.US_ASCII)) {
      number = number << Byte.SIZE | letter;
    }
    return number;
  }

  /** Whose stand in a text. */
  BitSet in(String text) {
    try {
      return in(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose stand in bytes. */
  BitSet in(InputStream bytes) throws IOException {
    var found = new BitSet();
    try (var in = new BufferedInputStream(bytes, 1 << 16)) {
      var last = 0L;
      for (var next = in.read(); next >= 0; next = in.read()) {
        last = last << Byte.SIZE | next;
        var person = people.get(last);
        if (person != null) {
          found.set(person);
        }
      }
    }
    return found;
  }
}
