package rapport.lead.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rapport.lead.site.PageText;
import rapport.lead.site.SiteScope;

/** A site that lies in a folder: its pages are read as a crawl would read them. */
public final class StaticSite {

  private StaticSite() {}

  /**
   * What its pages say, the first page first. Files that ask not to be indexed are left out.
   *
   * @param folder with files ending in {@code .html} or {@code .htm}; none when it is not there
   */
  public static List<PageText> read(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?"))
          .sorted(
              Comparator.comparing((Path file) -> !isFirst(folder, file))
                  .thenComparing(Path::toString))
          .map(file -> page(folder, file))
          .filter(page -> page.directives().index())
          .map(ReadPage::text)
          .toList();
    }
  }

  private static boolean isFirst(Path folder, Path file) {
    return folder.relativize(file).toString().matches("(?i)index\\.html?");
  }

  private static ReadPage page(Path folder, Path file) {
    try {
      var host = folder.getFileName().toString().replaceAll("[^A-Za-z0-9-]", "-") + ".example";
      var path = folder.relativize(file).toString().replace('\\', '/').replace(" ", "%20");
      var uri = URI.create("https://" + host + "/" + path);
      return ReadPage.read(
          uri, Files.readAllBytes(file), Map.of(), new SiteScope(List.of(SiteScope.name(uri))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
