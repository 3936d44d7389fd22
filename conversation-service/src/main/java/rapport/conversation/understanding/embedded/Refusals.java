package rapport.conversation.understanding.embedded;

import java.util.List;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.understanding.embedded.Language.Command;

/** "No idea, but she's 42": whatever was asked and not answered is not known. */
final class Refusals {

  private final Reading reading;
  private final Written written;

  Refusals(Reading reading, Written written) {
    this.reading = reading;
    this.written = written;
  }

  void read(Commands commands) {
    var open = reading.utterance().asked().stream().filter(field -> !written.has(field)).toList();
    var unknown = commands.heard().stream().anyMatch(h -> h.command() == Command.DONT_KNOW);
    if (open.isEmpty() && written.anyField()) {
      return;
    }
    var paths = written.anyField() ? open.stream().map(Field::path).toList() : List.<String>of();
    commands.heard().stream()
        .filter(h -> h.command() == (unknown ? Command.DONT_KNOW : Command.SKIP))
        .filter(h -> h.fields().isEmpty())
        .findFirst()
        .ifPresent(
            h -> written.add(unknown ? new Act.DontKnow(paths) : new Act.Skip(paths), h.span()));
  }
}
