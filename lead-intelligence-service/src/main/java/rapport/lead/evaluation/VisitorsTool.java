package rapport.lead.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import rapport.contracts.LeadEvent.Candidate;
import rapport.contracts.PersonaState;
import rapport.embedding.BgeSmall;
import rapport.lead.detection.Meaning;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.Persona;
import rapport.lead.persona.file.PersonaFile;
import rapport.lead.signal.SignalFinder;
import rapport.lead.talk.TalkModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures how well visitors are judged, on the command line: {@code FILE.jsonl ... [--sites DIR]
 * [--misses]}. The directory holds {@code personas.json} and static pages of each site in a folder
 * with the site's name. The last line of the output is one JSON object with the figures.
 */
public final class VisitorsTool {

  private static final int FINE = 0;
  private static final int UNREADABLE = 1;
  private static final int MISUSED = 2;
  private static final String USAGE = "usage: FILE.jsonl ... [--sites DIR] [--misses]";

  private final PrintStream out;

  VisitorsTool(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(new VisitorsTool(System.out).run(List.of(args)));
  }

  /** Measures and gives the exit code: 0 measured, 1 nothing to measure, 2 called wrongly. */
  int run(List<String> args) {
    var files = new ArrayList<>(args);
    var misses = files.remove("--misses");
    var sites = Optional.<Path>empty();
    var at = files.indexOf("--sites");
    if (at >= 0 && at + 1 < files.size()) {
      sites = Optional.of(Path.of(files.remove(at + 1)));
      files.remove(at);
    }
    if (files.isEmpty() || files.stream().anyMatch(file -> file.startsWith("--"))) {
      out.println(USAGE);
      return MISUSED;
    }
    try (var embedder = BgeSmall.load()) {
      var known = new HashMap<String, float[]>();
      Meaning meaning = text -> Optional.of(known.computeIfAbsent(text, embedder::embed));
      var signals = new SignalFinder(TalkModel.learn(embedder)::kinds);
      return measure(files.stream().map(Path::of).toList(), sites, meaning, signals, misses);
    } catch (IOException | UncheckedIOException | JacksonException | IllegalArgumentException e) {
      out.println("cannot read: " + e.getMessage());
      return MISUSED;
    }
  }

  private static Map<String, List<Persona>> personas(Optional<Path> sites, Meaning meaning)
      throws IOException {
    var personas = new LinkedHashMap<String, List<Persona>>();
    personas.put(PersonaState.STARTER, PersonaFile.starter());
    if (sites.isPresent()) {
      personas.putAll(SiteFolder.read(sites.get(), meaning));
    }
    return personas;
  }

  private int measure(
      List<Path> files, Optional<Path> sites, Meaning meaning, SignalFinder signals, boolean misses)
      throws IOException {
    var personas = personas(sites, meaning);
    var chats = new ArrayList<VisitorChat>();
    var skipped = 0;
    for (var file : files) {
      var number = 0;
      for (var line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        number++;
        if (!line.isBlank()) {
          skipped += take(chats, line, file + ":" + number, personas);
        }
      }
    }
    if (chats.isEmpty()) {
      out.println("nothing to measure");
      return UNREADABLE;
    }
    var models = new LinkedHashMap<String, PersonaModel>();
    personas.forEach((site, of) -> models.put(site, PersonaModel.of(of, meaning, signals)));
    var judged = chats.stream().map(chat -> Judged.of(chat, model(models, chat))).toList();
    if (misses) {
      new Misses(out).print(judged);
    }
    out.println(chats.size() + " conversations measured, " + skipped + " not");
    out.println(JsonMapper.shared().writeValueAsString(new Figures(judged).all(skipped)));
    return FINE;
  }

  private static PersonaModel model(Map<String, PersonaModel> models, VisitorChat chat) {
    return Objects.requireNonNull(models.get(chat.site()));
  }

  /** Adds the conversation of a line; 1 when it cannot be measured, which is said. */
  private int take(
      List<VisitorChat> chats, String line, String where, Map<String, List<Persona>> personas) {
    try {
      var chat = VisitorChat.parse(line);
      var known = personas.get(chat.site());
      if (known == null) {
        throw new IllegalArgumentException("there is no site " + chat.site());
      }
      if (!chat.persona().equals(Candidate.UNKNOWN)
          && known.stream().noneMatch(persona -> persona.id().equals(chat.persona()))) {
        throw new IllegalArgumentException(chat.site() + " has no persona " + chat.persona());
      }
      chats.add(chat);
      return 0;
    } catch (IllegalArgumentException wrong) {
      out.println("not measured: " + where + ": " + wrong.getMessage());
      return 1;
    }
  }
}
