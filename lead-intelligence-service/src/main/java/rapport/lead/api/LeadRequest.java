package rapport.lead.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.contracts.LeadState.Status;
import rapport.lead.lead.Closing;
import rapport.runtime.problem.Problem;

/** What may be asked of a lead. */
final class LeadRequest {

  private static final int LONGEST = 300;

  private LeadRequest() {}

  /**
   * A change by hand.
   *
   * @param rev the revision it was read at
   * @param owner the user who sees to it from now on; empty for nobody, left out to leave it
   * @param status {@code new}, {@code working} or {@code qualified}; a lead that was won or lost is
   *     open again then
   */
  record Change(long rev, @Nullable String owner, @Nullable String status) {

    @Nullable Status wanted() {
      if (status == null) {
        return null;
      }
      var wanted = LeadRequest.status(status);
      if (!wanted.isOpen()) {
        throw Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "not-by-hand", "Tell the outcome instead.");
      }
      return wanted;
    }

    @Nullable String newOwner() {
      if (owner != null && owner.length() > LONGEST) {
        throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "too-long", "No user is called that.");
      }
      return owner == null || owner.isBlank() ? null : owner;
    }
  }

  /**
   * What became of a lead.
   *
   * @param rev the revision it was read at; left out, whatever it is
   * @param outcome {@code won} or {@code lost}
   * @param at when, as ISO 8601 instant; now when left out
   * @param value what it is worth, such as {@code 12000 EUR}
   * @param reason why it was lost
   */
  record Outcome(
      @Nullable Long rev,
      String outcome,
      @Nullable String at,
      @Nullable String value,
      @Nullable String reason) {

    Closing closing(Instant now, String by) {
      var won =
          switch (outcome) {
            case "won" -> true;
            case "lost" -> false;
            case null, default ->
                throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unknown-outcome", "It is won or lost.");
          };
      return Closing.byHand(won, time(now), limited(value), limited(reason), by);
    }

    private Instant time(Instant now) {
      try {
        var said = at == null ? now : Instant.parse(at);
        if (said.isAfter(now)) {
          throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT, "in-the-future", "That is still to come.");
        }
        return said;
      } catch (DateTimeException e) {
        throw Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "no-time", "A time looks like 2026-03-01T10:15:00Z.");
      }
    }

    private static @Nullable String limited(@Nullable String text) {
      if (text != null && text.length() > LONGEST) {
        throw Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "too-long", "At most 300 characters, please.");
      }
      return text;
    }
  }

  /**
   * The status of that name.
   *
   * @throws Problem 400 {@code unknown-status}
   */
  static Status status(String name) {
    return Arrays.stream(Status.values())
        .filter(status -> status.wire().equals(name))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                HttpStatus.BAD_REQUEST,
                "unknown-status",
                "A status is new, working, qualified, won, lost or withdrawn."));
  }
}
