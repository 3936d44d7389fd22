package rapport.lead.evaluation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rapport.contracts.PersonaState.Maker;
import rapport.lead.persona.Persona;
import rapport.lead.persona.file.PersonaFile;
import tools.jackson.databind.json.JsonMapper;

/** The personas of the sites in a directory. */
final class SiteFolder {

  private SiteFolder() {}

  static Map<String, List<Persona>> read(Path directory) throws IOException {
    var json = Files.readString(directory.resolve("personas.json"), StandardCharsets.UTF_8);
    return PersonaFile.read(JsonMapper.shared().readTree(json), Maker.CRAWL);
  }
}
