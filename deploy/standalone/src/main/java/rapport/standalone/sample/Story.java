package rapport.standalone.sample;

/** How it goes with an account. */
enum Story {
  /** A customer that gains more and more. */
  THRIVING("customer", .74, 6, .55, 3),
  /** A customer without news. */
  STEADY("customer", .55, 8, .25, 2),
  /** Use has grown by more than half in a month. */
  GROWING("customer", .42, 6, .45, 2),
  /** Use goes down, and so does the mood. */
  SLIPPING("customer", .52, 9, -.15, 2),
  /** Nobody answers any more. */
  SILENT("customer", .44, 8, .1, 2),
  /** Faults, complaints, and little use. */
  STRUGGLING("customer", .24, 7, -.45, 1),
  /** The contract ends soon, and nobody has talked about it. */
  UNCERTAIN("customer", .47, 10, .05, 1),
  /** A customer of a few weeks. */
  NEW("customer", .4, 5, .35, 1),
  /** The contract has ended. */
  LOST("customer", .1, 14, -.5, 0),
  /** A deal is under way. */
  DECIDING("opportunity", 0, 6, .3, 0),
  /** We know of them. */
  EARLY("prospect", 0, 14, .2, 0);

  /** The stage of its lifecycle. */
  final String stage;

  /** The share of the seats that is used each week once all are there. */
  final double use;

  /** Days between interactions. */
  final int gap;

  /** The usual sentiment, from -1 to 1. */
  final double mood;

  /** How many goals are met of the first four. */
  final int goalsMet;

  Story(String stage, double use, int gap, double mood, int goalsMet) {
    this.stage = stage;
    this.use = use;
    this.gap = gap;
    this.mood = mood;
    this.goalsMet = goalsMet;
  }

  boolean isCustomer() {
    return stage.equals("customer");
  }

  /** How many of a hundred accounts go so. */
  int share() {
    return switch (this) {
      case THRIVING -> 18;
      case STEADY -> 19;
      case GROWING, SILENT, NEW -> 4;
      case SLIPPING -> 7;
      case STRUGGLING -> 5;
      case UNCERTAIN -> 6;
      case LOST -> 3;
      case DECIDING -> 16;
      case EARLY -> 14;
    };
  }

  /** The share of the seats used in a week that many days ago, when all have been brought in. */
  double useBefore(int days) {
    return switch (this) {
      case THRIVING -> use - Math.min(days, 500) * .0004;
      case GROWING -> days < 28 ? use * 1.75 : use;
      case SLIPPING -> days < 75 ? use * (.45 + .55 * days / 75) : use;
      case SILENT -> days < 40 ? use * .75 : use;
      case STRUGGLING -> days < 120 ? use : use * 1.7;
      case LOST -> days < 150 ? .02 : Math.min(.4, .02 + (days - 150) * .002);
      case STEADY, UNCERTAIN, NEW -> use;
      case DECIDING, EARLY -> 0;
    };
  }

  /** The mood that many days ago. */
  double moodBefore(int days) {
    return switch (this) {
      case SLIPPING, STRUGGLING -> days > 120 ? .3 : mood;
      case LOST -> days > 300 ? .2 : mood;
      default -> mood;
    };
  }

  /** For how many days nobody has answered. */
  int silentDays() {
    return switch (this) {
      case SILENT -> 41;
      case LOST -> 130;
      default -> 0;
    };
  }
}
