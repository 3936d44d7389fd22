package rapport.lead.evaluation;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Prints what was judged wrongly, for people. */
final class Misses {

  private final PrintStream out;

  Misses(PrintStream out) {
    this.out = out;
  }

  void print(List<Judged> judged) {
    for (var one : judged) {
      var chat = one.chat();
      for (var turn = 1; turn <= chat.turns().size(); turn++) {
        var first = one.after(turn).first();
        if (!first.id().equals(chat.persona())) {
          out.printf(
              Locale.ROOT,
              "%s turn %d: %s %.2f, not %s (%.2f): %s%n",
              chat.id(),
              turn,
              first.id(),
              first.confidence(),
              chat.persona(),
              one.after(turn).of(chat.persona()),
              chat.turns().get(turn - 1));
        }
      }
      if (!Objects.equals(one.highFrom(), chat.highFrom())) {
        out.printf("%s intent high from %s, not %s%n", chat.id(), one.highFrom(), chat.highFrom());
      }
      if (!Objects.equals(one.emailTurn(), chat.emailTurn())) {
        out.printf("%s e-mail at %s, not %s%n", chat.id(), one.emailTurn(), chat.emailTurn());
      }
      for (var path : FactMatch.paths(one)) {
        var tally = FactMatch.of(one, path).figures();
        if (!Objects.equals(tally.get("precision"), 1d)
            || !Objects.equals(tally.get("recall"), 1d)) {
          out.printf(
              "%s %s: wanted %s, found %s%n",
              chat.id(), path, chat.facts().get(path), one.facts().get(path));
        }
      }
      if (!List.copyOf(one.competitors()).equals(chat.competitors())) {
        out.printf("%s competitors %s, not %s%n", chat.id(), one.competitors(), chat.competitors());
      }
      var signals =
          one.signals().stream().filter(type -> !type.equals("competitor")).sorted().toList();
      if (!signals.equals(chat.signals().stream().sorted().toList())) {
        out.printf("%s signals %s, not %s%n", chat.id(), signals, chat.signals());
      }
    }
  }
}
