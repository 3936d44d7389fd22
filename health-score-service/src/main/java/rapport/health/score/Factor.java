package rapport.health.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The four sides of an account's health. Their weights are the same in every workspace. */
public enum Factor {
  USAGE(.30),
  SUPPORT(.20),
  RELATIONSHIP(.25),
  OUTCOMES(.25);

  private final double weight;

  Factor(double weight) {
    this.weight = weight;
  }

  /** Its share of the score while every factor counts; the four add up to 1. */
  public double weight() {
    return weight;
  }

  /** Its inputs, in their order. */
  public List<Input> inputs() {
    return Arrays.stream(Input.values()).filter(input -> input.factor() == this).toList();
  }

  /** The name people and files use, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
