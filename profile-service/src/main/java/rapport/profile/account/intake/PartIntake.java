package rapport.profile.account.intake;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import rapport.profile.account.AccountState;
import rapport.profile.account.Refused;
import rapport.profile.account.Source;
import rapport.profile.account.intake.FileImport.RowProblem;
import rapport.profile.account.intake.FileImport.Status;
import rapport.profile.account.intake.FileImport.Tally;
import rapport.profile.account.store.AccountDesk;
import rapport.profile.account.store.AccountDesk.Decision;
import rapport.runtime.problem.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Checks rows, or takes them over. */
@Component
final class PartIntake {

  private static final int ACCOUNTS_AT_ONCE = 8;

  private final AccountDesk desk;
  private final RowIntake intake;
  private final Clock clock;

  PartIntake(AccountDesk desk, RowIntake intake, Clock clock) {
    this.desk = desk;
    this.intake = intake;
    this.clock = clock;
  }

  /** What became of rows, and what is wrong with some. */
  record Outcome(Tally tally, List<RowProblem> problems) {}

  /** Rows of the same account are taken one after the other, different accounts side by side. */
  Mono<Outcome> take(String workspace, FileImport of, List<List<String>> rows) {
    var problems = new ArrayList<RowProblem>();
    var accounts = new LinkedHashMap<String, List<FileRow>>();
    var number = of.tally().rows();
    for (var cells : rows) {
      number++;
      try {
        var row = FileRow.of(number, cells, of.mapping());
        accounts.computeIfAbsent(row.accountId(), _ -> new ArrayList<>()).add(row);
      } catch (IllegalArgumentException e) {
        problems.add(new RowProblem(number, String.valueOf(e.getMessage())));
      }
    }
    var unreadable = new Tally(problems.size(), 0, 0, 0, problems.size());
    return Flux.fromIterable(accounts.values())
        .flatMap(
            account -> Flux.fromIterable(account).concatMap(row -> take(workspace, of, row)),
            ACCOUNTS_AT_ONCE)
        .reduce(new Outcome(unreadable, problems), PartIntake::plus)
        .doOnNext(all -> all.problems().sort(Comparator.comparingInt(RowProblem::row)));
  }

  private static Outcome plus(Outcome all, Outcome one) {
    all.problems().addAll(one.problems());
    return new Outcome(all.tally().plus(one.tally()), all.problems());
  }

  private Mono<Outcome> take(String workspace, FileImport of, FileRow row) {
    var source = new Source("csv", of.by(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var taken =
        of.status() == Status.CHECKING
            ? Mono.fromCallable(
                () -> tally(true, intake.decide(AccountState.NONE, row, source).size()))
            : desk.change(
                    workspace,
                    row.accountId(),
                    source,
                    Decision.of(state -> intake.decide(state, row, source)))
                .map(written -> tally(isNew(written), written.changes().size()));
    return taken
        .map(tally -> new Outcome(tally, List.of()))
        .onErrorResume(
            failure ->
                failure instanceof Refused
                    || failure instanceof IllegalArgumentException
                    || failure instanceof Problem,
            failure -> Mono.just(refused(row, failure)));
  }

  private static boolean isNew(AccountDesk.Written written) {
    return written.head().state().known().rev() == 1
        && !written.changes().isEmpty()
        && written.changes().getFirst().kind().equals("account");
  }

  private static Tally tally(boolean fresh, int changes) {
    if (changes == 0) {
      return new Tally(1, 0, 0, 1, 0);
    }
    return fresh ? new Tally(1, 1, 0, 0, 0) : new Tally(1, 0, 1, 0, 0);
  }

  private static Outcome refused(FileRow row, Throwable failure) {
    var detail =
        switch (failure) {
          case Problem problem -> problem.detail();
          case Refused refused -> refused.detail();
          default -> String.valueOf(failure.getMessage());
        };
    return new Outcome(new Tally(1, 0, 0, 0, 1), List.of(new RowProblem(row.number(), detail)));
  }
}
