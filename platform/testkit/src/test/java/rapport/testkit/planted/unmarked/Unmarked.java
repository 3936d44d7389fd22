package rapport.testkit.planted.unmarked;

final class Unmarked {
  String text() {
    return "";
  }
}
