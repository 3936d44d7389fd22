package rapport.conversation.flow.yaml;

import java.util.List;
import java.util.stream.Stream;

/** A small flow with rows in two versions, the second of which renames, drops and retypes. */
public final class TourFlow {

  static final String OLD =
      """
      flow: tour
      version: 1
      root: tour
      groups:
        stops: { key: stop_id, prefix: t, title: place, called: stop, min: 1, max: 5 }
      phases:
        - id: plan
          ask: { batch: 2 }
          fields:
            - { path: visitor, type: string, required: true }
            - { path: shoe_size, type: string }
            - { path: party, type: text, required: true }
            - each: stops
              fields:
                - { path: place, type: string, required: true, unique: true }
                - { path: who, type: string }
          rules:
            - { when: "closed(party) && !stops", do: [{ seed_rows: { group: stops, titles: [Gate] } }] }
      """;

  static final String NEW =
      """
      flow: tour
      version: 2
      root: tour
      groups:
        stops: { key: stop_id, prefix: t, title: place, called: stop, min: 1, max: 5 }
      migrations:
        - from: 1
          rename: { visitor: guest, "stops[].who": "stops[].guide" }
          drop: [shoe_size]
          retype: { party: integer }
      phases:
        - id: plan
          ask: { batch: 2 }
          fields:
            - { path: guest, type: string, required: true }
            - { path: party, type: integer, required: true, min: 1, max: 20 }
            - each: stops
              fields:
                - { path: place, type: string, required: true, unique: true }
                - { path: guide, type: string }
          rules:
            - { when: "closed(party) && !stops", do: [{ seed_rows: { group: stops, titles: [Gate] } }] }
      """;

  private static final String TEXTS =
      """
      texts: tour
      locale: en
      title: Tour
      groups:
        stops: { label: Stops, item: Stop, cues: [stop] }
      phases:
        plan: { title: Plan, intro: Hello. }
      fields:
        visitor: { label: Visitor, ask: Who?, help: A name., why: To know. }
        guest: { label: Guest, ask: Who?, help: A name., why: To know. }
        shoe_size: { label: Shoe size, ask: Which?, help: A size., why: To know. }
        party: { label: Party, ask: How many?, help: People., why: To know. }
        "stops[].place": { label: Place, ask: "Where is {stop}?", together: "Where are the {count}?", help: A place., why: To know. }
        "stops[].who": { label: Who, ask: "Who shows {stop}?", help: A guide., why: To know. }
        "stops[].guide": { label: Guide, ask: "Who shows {stop}?", help: A guide., why: To know. }
      """;

  private TourFlow() {}

  /** Both versions. */
  public static FlowCatalog catalog() {
    return read(OLD, NEW, TEXTS);
  }

  /** The mistakes of the flow with one of its texts changed. */
  static List<FlowProblem> problems(String from, String to) {
    if (Stream.of(OLD, NEW, TEXTS).noneMatch(file -> file.contains(from))) {
      throw new IllegalArgumentException("nothing like " + from);
    }
    try {
      read(OLD, NEW.replace(from, to), TEXTS.replace(from, to));
      return List.of();
    } catch (InvalidFlowException invalid) {
      return invalid.problems();
    }
  }

  private static FlowCatalog read(String old, String young, String texts) {
    return FlowReader.read(
        List.of(
            new FlowFile("tour.v1.yaml", old),
            new FlowFile("tour.yaml", young),
            new FlowFile("tour.en.yaml", texts),
            new FlowFile(
                "messages.en.yaml",
                FlowFiles.englishMessages() + "fallback.stop: stop {number}\n")));
  }
}
