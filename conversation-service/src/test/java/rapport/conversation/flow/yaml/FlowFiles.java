package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small flow that is all right, and ways to spoil it. */
final class FlowFiles {

  private static final String DEFINITION =
      """
      flow: tiny
      version: 1
      root: record
      context: [team]
      names: { name: nick }
      summary: story
      system: [status]
      phases:
        - id: start
          fields:
            - { control: person, type: choice, options: [fresh], options_from: team }
            - { path: nick, type: string, required: true, prefill: team }
            - { path: size, type: choice, options: [small, big] }
            - { path: much, type: integer, min: 1, max: 9, when: "size == 'big'" }
          rules:
            - { when: "person", do: [{ fill_from_choice: { control: person, fill: { nick: "{name}" } } }] }
        - id: end
          closing: true
          ask: { batch: 2 }
          fields:
            - { control: happy, type: confirm }
            - { control: focus, type: tags, suggestions: [points] }
            - { path: story, type: richtext, generated: true, asked: false }
          rules:
            - { when: "happy == false", do: [{ reopen: happy }, { clear_prefilled: nick }] }
            - { when: "closed(focus)", do: [{ request_summary: focus }] }
      """;

  private static final String TEXTS =
      """
      texts: tiny
      locale: en
      title: Tiny
      phases:
        start: { title: Start, intro: Hello. }
        end: { title: End, intro: "Bye, {name}." }
      fields:
        person: { label: Person, ask: Who?, help: Somebody., why: To know., options: { fresh: Fresh } }
        nick: { label: Nick, ask: What name?, help: A name., why: To know., cues: [name, called] }
        size: { label: Size, ask: How big?, help: A size., why: To know., options: { small: Small, big: Big } }
        much: { label: Much, ask: How much?, help: A number., why: To know. }
        happy: { label: Happy, ask: Happy?, again: "Still, {name}?", help: A mood., why: To know., replies: { "no": Oh. } }
        focus: { label: Focus, ask: Which?, help: Points., why: To know. }
        story: { label: Story, ask: What?, help: A text., why: To read. }
      """;

  private String definition = DEFINITION;
  private String texts = TEXTS;
  private String messages = englishMessages();
  private final List<FlowFile> more = new ArrayList<>();

  static FlowFiles tiny() {
    return new FlowFiles();
  }

  FlowFiles definition(String from, String to) {
    definition = replaced(definition, from, to);
    return this;
  }

  FlowFiles texts(String from, String to) {
    texts = replaced(texts, from, to);
    return this;
  }

  FlowFiles messages(String from, String to) {
    messages = replaced(messages, from, to);
    return this;
  }

  FlowFiles and(String name, String yaml) {
    more.add(new FlowFile(name, yaml));
    return this;
  }

  FlowFiles andAgain(String name) {
    return and(name, definition);
  }

  FlowFiles andMessages(String locale) {
    return and(
        "messages." + locale + ".yaml", messages.replace("messages: en", "messages: " + locale));
  }

  FlowFiles andTexts(String locale) {
    return and("tiny." + locale + ".yaml", texts.replace("locale: en", "locale: " + locale));
  }

  /** Cuts, doubles or garbles a piece of one of the files. */
  FlowFiles spoil(Random random) {
    switch (random.nextInt(3)) {
      case 0 -> definition = spoiled(definition, random);
      case 1 -> texts = spoiled(texts, random);
      default -> messages = spoiled(messages, random);
    }
    return this;
  }

  private static String spoiled(String text, Random random) {
    var from = random.nextInt(text.length());
    var to = Math.min(text.length(), from + random.nextInt(30));
    var inserts =
        List.of("", ":", "{", "}", "[", "'", "\"", "- ", "\n", "&a", "*a", "!!int", "\t", "~");
    var insert =
        random.nextInt(4) == 0
            ? text.substring(from, to).repeat(2)
            : inserts.get(random.nextInt(inserts.size()));
    return text.substring(0, from) + insert + text.substring(to);
  }

  FlowCatalog read() {
    var files = new ArrayList<FlowFile>();
    files.add(new FlowFile("tiny.yaml", definition));
    files.add(new FlowFile("tiny.en.yaml", texts));
    files.add(new FlowFile("messages.en.yaml", messages));
    files.addAll(more);
    return FlowReader.read(files);
  }

  List<FlowProblem> problems() {
    try {
      read();
      return List.of();
    } catch (InvalidFlowException invalid) {
      return invalid.problems();
    }
  }

  /** A spoiled file that equals the good one would prove nothing. */
  private static String replaced(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalArgumentException("nothing like " + from);
    }
    return text.replace(from, to);
  }

  static String englishMessages() {
    var yaml = new StringBuilder("messages: en\nfallback.name: somebody\n");
    MessageKeys.ARGUMENTS.forEach((key, arguments) -> {
      yaml.append(key).append(": \"").append(key);
      arguments.forEach(argument -> yaml.append(" {").append(argument).append('}'));
      yaml.append("\"\n");
    });
    return yaml.toString();
  }
}
