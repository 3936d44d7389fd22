package rapport.health.score;

import java.util.List;
import java.util.Optional;

/**
 * Turns an input into 0 to 1 along straight lines between points; before the first and after the
 * last it is level.
 *
 * @param points at least two; x grows
 */
public record Curve(List<Point> points) {

  /** At x the curve is at y, from 0 to 1. */
  public record Point(double x, double y) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** A curve from x, y, x, y and so on. */
  public static Curve of(double... coordinates) {
    var points = new Point[coordinates.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Point(coordinates[2 * i], coordinates[2 * i + 1]);
    }
    return new Curve(List.of(points));
  }

  /** The height at x, from 0 to 1. */
  public double at(double x) {
    var left = points.getFirst();
    if (x <= left.x()) {
      return left.y();
    }
    for (var right : points.subList(1, points.size())) {
      if (x <= right.x()) {
        return left.y() + (x - left.x()) / (right.x() - left.x()) * (right.y() - left.y());
      }
      left = right;
    }
    return left.y();
  }

  /**
   * What is wrong with it, in a sentence.
   *
   * @param rising whether it has to go up; otherwise down
   */
  public Optional<String> fault(boolean rising) {
    if (points.size() < 2) {
      return Optional.of("A curve has at least two points.");
    }
    for (var point : points) {
      if (!Double.isFinite(point.x()) || !(point.y() >= 0 && point.y() <= 1)) {
        return Optional.of("Points are [x, y] with a finite x and y from 0 to 1.");
      }
    }
    for (int i = 1; i < points.size(); i++) {
      var step = points.get(i).y() - points.get(i - 1).y();
      if (points.get(i).x() <= points.get(i - 1).x()) {
        return Optional.of("Every x is greater than the one before.");
      }
      if (rising ? step < 0 : step > 0) {
        return Optional.of(
            rising ? "More is better: y never falls." : "Less is better: y never rises.");
      }
    }
    var ends = new double[] {points.getFirst().y(), points.getLast().y()};
    return ends[rising ? 0 : 1] == 0 && ends[rising ? 1 : 0] == 1
        ? Optional.empty()
        : Optional.of("A curve covers everything from 0 to 1.");
  }
}
