package rapport.lead.signal;

import java.util.List;
import rapport.contracts.LeadEvent.Signal;

/**
 * What a message is a sign of.
 *
 * @param signals what is asked about or told that salespeople look for, at most one of each type
 * @param moods {@code ready} to buy or to see it, {@code browsing}, a {@code customer} who wants
 *     help, or here for something {@code elsewhere}; at most one of each type
 */
public record Heard(List<Signal> signals, List<Signal> moods) {

  /** Nothing at all. */
  public static final Heard NOTHING = new Heard(List.of(), List.of());

  public Heard {
    signals = List.copyOf(signals);
    moods = List.copyOf(moods);
  }
}
