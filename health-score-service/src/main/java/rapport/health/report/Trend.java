package rapport.health.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Scores over days, and where they go if nothing changes: the straight line of least squares
 * through the last 28 days, with the band that 95 of 100 days fall in when they scatter about the
 * line as they did (1.96 standard errors of prediction). Without seven days there is no forecast.
 */
public record Trend(List<Point> points, List<Forecast> forecast) {

  private static final int BASIS_DAYS = 28;
  private static final int FEWEST = 7;
  private static final double NINETY_FIVE = 1.96;

  /** A score on a day. */
  public record Point(LocalDate day, double score) {}

  /** A score to expect on a day, and the band around it; all from 0 to 100. */
  public record Forecast(LocalDate day, double score, double low, double high) {}

  /**
   * The trend of these days.
   *
   * @param points in order
   * @param days how many days to look ahead
   */
  public static Trend of(List<Point> points, int days) {
    if (points.isEmpty()) {
      return new Trend(List.of(), List.of());
    }
    var last = points.getLast().day();
    var basis = points.stream().filter(it -> it.day().isAfter(last.minusDays(BASIS_DAYS))).toList();
    if (basis.size() < FEWEST) {
      return new Trend(List.copyOf(points), List.of());
    }
    var line = new Line(basis, last);
    var forecast = IntStream.rangeClosed(1, days).mapToObj(line::at).toList();
    return new Trend(List.copyOf(points), forecast);
  }

  /** Least squares; x is days from the last one. */
  private static final class Line {
    private final LocalDate last;
    private final double n;
    private final double meanX;
    private final double meanY;
    private final double sxx;
    private final double slope;
    private final double error;

    Line(List<Point> points, LocalDate last) {
      this.last = last;
      this.n = points.size();
      this.meanX = points.stream().mapToDouble(this::x).average().orElseThrow();
      this.meanY = points.stream().mapToDouble(Point::score).average().orElseThrow();
      this.sxx = points.stream().mapToDouble(it -> square(x(it) - meanX)).sum();
      this.slope =
          points.stream().mapToDouble(it -> (x(it) - meanX) * (it.score() - meanY)).sum() / sxx;
      var misses = points.stream().mapToDouble(it -> square(it.score() - height(x(it)))).sum();
      this.error = Math.sqrt(misses / (n - 2));
    }

    private double x(Point point) {
      return (double) ChronoUnit.DAYS.between(last, point.day());
    }

    private double height(double x) {
      return meanY + slope * (x - meanX);
    }

    Forecast at(int days) {
      var width = NINETY_FIVE * error * Math.sqrt(1 + 1 / n + square(days - meanX) / sxx);
      var score = height(days);
      return new Forecast(
          last.plusDays(days),
          Math.clamp(score, 0, 100),
          Math.clamp(score - width, 0, 100),
          Math.clamp(score + width, 0, 100));
    }

    private static double square(double number) {
      return number * number;
    }
  }
}
