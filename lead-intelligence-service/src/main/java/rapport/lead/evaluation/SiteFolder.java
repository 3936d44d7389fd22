package rapport.lead.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.contracts.PersonaState;
import rapport.contracts.PersonaState.Maker;
import rapport.lead.detection.Meaning;
import rapport.lead.detection.PersonaModel;
import rapport.lead.persona.Persona;
import rapport.lead.persona.Review;
import rapport.lead.persona.file.PersonaFile;
import rapport.lead.signal.Heard;
import rapport.lead.signal.SignalFinder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The personas of the sites in a directory: as {@code personas.json} has them, and what the pages
 * of the site say for each.
 */
final class SiteFolder {

  /** A section speaks for a persona when it does so this much more than for the next one. */
  private static final double CLEARLY = 1.5;

  private static final int MOST_SENTENCES = 12;

  private SiteFolder() {}

  static Map<String, List<Persona>> read(Path directory, Meaning meaning) throws IOException {
    var json = Files.readString(directory.resolve("personas.json"), StandardCharsets.UTF_8);
    var sites = PersonaFile.read(JsonMapper.shared().readTree(json), Maker.CRAWL);
    var learnt = new LinkedHashMap<String, List<Persona>>();
    for (var site : sites.entrySet()) {
      var sections = PageSection.in(directory.resolve(site.getKey()));
      learnt.put(site.getKey(), learnt(site.getValue(), sections, meaning));
    }
    return learnt;
  }

  private static List<Persona> learnt(
      List<Persona> personas, List<PageSection> sections, Meaning meaning) {
    if (sections.isEmpty()) {
      return personas;
    }
    var model = PersonaModel.of(personas, meaning, SignalFinder.BY_WORDS);
    var sentences = new LinkedHashMap<String, List<String>>();
    for (var section : sections) {
      clearest(model, section)
          .ifPresent(id ->
              sentences.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(section.sentences()));
    }
    return personas.stream()
        .map(persona -> with(persona, sentences.getOrDefault(persona.id(), List.of())))
        .toList();
  }

  /** The persona a section clearly speaks of. */
  private static Optional<String> clearest(PersonaModel model, PageSection section) {
    var text = section.heading() + ". " + String.join(" ", section.sentences());
    var sums = new LinkedHashMap<String, Double>();
    model.personas().forEach(persona -> sums.put(persona.id(), 0d));
    model
        .said(text, List.of(), Heard.NOTHING)
        .forEach(one -> sums.computeIfPresent(one.persona(), (_, sum) -> sum + one.weight()));
    var ranked =
        sums.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .toList();
    var first = ranked.getFirst();
    var next = ranked.size() > 1 ? ranked.get(1).getValue() : Double.NEGATIVE_INFINITY;
    return first.getValue() - next >= CLEARLY ? Optional.of(first.getKey()) : Optional.empty();
  }

  private static Persona with(Persona persona, List<String> sentences) {
    var state = persona.state();
    var more =
        new PersonaState(
            state.name(),
            state.version(),
            state.site(),
            state.status(),
            state.maker(),
            state.description(),
            sentences.stream().limit(MOST_SENTENCES).toList(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            List.of(),
            List.of());
    return new Persona(persona.id(), Review.merged(state, more));
  }
}
