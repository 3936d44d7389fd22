package rapport.conversation.genkit;

import java.util.ArrayList;
import java.util.List;

/**
 * What a call comes to.
 *
 * @param chunks what a caller that streams is shown on the way, in order
 * @param result what every caller gets
 */
record Answer(List<Object> chunks, Object result) {

  Answer {
    chunks = List.copyOf(chunks);
  }

  static Answer of(Object result) {
    return new Answer(List.of(), result);
  }

  /** As it goes over the wire; the last frame is the result. */
  List<byte[]> frames(Frames frames) {
    var all = new ArrayList<byte[]>();
    chunks.forEach(chunk -> all.add(frames.message(chunk)));
    all.add(frames.result(result));
    return all;
  }
}
