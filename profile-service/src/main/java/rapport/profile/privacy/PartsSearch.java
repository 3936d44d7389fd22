package rapport.profile.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.runtime.privacy.Words;

/**
 * Looks for words in files whose parts are cut anywhere: a word may begin in one part and end in
 * another. Parts are told one after the other, {@code file:number}.
 */
final class PartsSearch {

  /** Bytes of the part before that are read again with the next; no address is as long. */
  private static final int REACH = 1_000;

  private final Words words;
  private final Map<String, Set<String>> found = new LinkedHashMap<>();
  private final List<Read> read = new ArrayList<>();
  private String file = "";
  private byte[] window = {};

  /** A part that is in the window, up to that byte of it. */
  private record Read(String part, int end) {}

  PartsSearch(Words words) {
    this.words = words;
  }

  /** The parts in which a word stands, be it only its end, with the words as they are folded. */
  Map<String, Set<String>> found() {
    return found;
  }

  PartsSearch next(String part, byte[] bytes) {
    var of = part.substring(0, part.lastIndexOf(':'));
    var from = of.equals(file) ? beginning() : window.length;
    file = of;
    var kept = window.length - from;
    var shorter = read.stream().map(it -> new Read(it.part(), it.end() - from)).toList();
    read.clear();
    shorter.stream().filter(it -> it.end() > 0).forEach(read::add);
    read.add(new Read(part, kept + bytes.length));
    var next = Arrays.copyOf(Arrays.copyOfRange(window, from, window.length), kept + bytes.length);
    System.arraycopy(bytes, 0, next, kept, bytes.length);
    window = next;
    look();
    return this;
  }

  /** Where the last letters of the window begin that may be the beginning of a word. */
  private int beginning() {
    var from = Math.max(0, window.length - REACH);
    while (from < window.length && (window[from] & 0xC0) == 0x80) {
      from++; // in the middle of a letter of several bytes
    }
    return from;
  }

  private void look() {
    var letters = CharBuffer.allocate(window.length);
    var isUtf8 = !UTF_8.newDecoder().decode(ByteBuffer.wrap(window), letters, false).isError();
    if (isUtf8) {
      look(letters.flip().toString(), UTF_8);
    } else {
      look(new String(window, ISO_8859_1), ISO_8859_1);
    }
  }

  private void look(String text, Charset charset) {
    words.in(
        text,
        (from, to, word) -> {
          var begin = text.substring(0, from).getBytes(charset).length;
          var end = begin + text.substring(from, to).getBytes(charset).length;
          var start = 0;
          for (var each : read) {
            if (begin < each.end() && end > start) {
              found.computeIfAbsent(each.part(), _ -> new HashSet<>()).add(word);
            }
            start = each.end();
          }
          return true;
        });
  }
}
