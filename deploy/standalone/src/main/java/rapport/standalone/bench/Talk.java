package rapport.standalone.bench;

/** A conversation held from its beginning to its end. */
@FunctionalInterface
interface Talk {

  /**
   * Holds one. What is thrown counts as an error.
   *
   * @param number which one it is, from 0
   * @param stopwatch runs each turn
   */
  void hold(int number, Stopwatch stopwatch);

  /** Runs a turn and keeps how long it took. */
  @FunctionalInterface
  interface Stopwatch {
    void time(Runnable turn);
  }
}
