package rapport.profile.journeymap;

/** A rectangle, in pixels, whose corners may be round. */
record Box(double x, double y, double width, double height, double radius) {

  void fill(Svg svg, String color) {
    draw(svg, color, "none");
  }

  void draw(Svg svg, String fill, String stroke) {
    svg.element(
        "rect", "x", x, "y", y, "width", width, "height", height, "rx", radius, "fill", fill,
        "stroke", stroke);
  }
}
