package rapport.conversation.value;

import java.util.List;

/** Finds values of one kind in a text, in order, none overlapping. */
public interface Finder {

  List<Found> find(Passage passage);

  /** All finders of this package. */
  List<Finder> ALL =
      List.of(
          new NumberFinder(),
          new MoneyFinder(),
          new PercentFinder(),
          new DurationFinder(),
          new AgeFinder(),
          new CountFinder(),
          new EmailFinder(),
          new UrlFinder());
}
