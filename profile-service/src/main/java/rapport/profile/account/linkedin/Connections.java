package rapport.profile.account.linkedin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import rapport.profile.account.intake.FileImport.RowProblem;

/**
 * Whom a member is connected to. Only address and profile are read; names, companies and positions
 * are passed over.
 *
 * @param profiles the address of the profile, by e-mail address in lower case
 * @param rows how many connections there are
 * @param withoutAddress connections that show their e-mail address to nobody
 * @param faulty rows that cannot be taken
 * @param problems what is wrong with them, the first hundred
 */
record Connections(
    Map<String, String> profiles,
    int rows,
    int withoutAddress,
    int faulty,
    List<RowProblem> problems) {

  /** LinkedIn itself allows no more than 30,000. */
  private static final int MOST_ROWS = 50_000;

  private static final int MOST_PROBLEMS = 100;
  private static final String URL = "url";
  private static final String EMAIL = "email address";

  /** LinkedIn writes a note before the header. */
  private static final int MOST_LINES_BEFORE = 10;

  private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,253}");
  private static final Pattern PROFILE = Pattern.compile("/in/[^/\\s]{1,200}/?");

  /** Reads the file; fails with {@link Unfit} as a whole, and by row where only a row is faulty. */
  static Connections read(InputStream file) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    try (var parser = format.parse(new InputStreamReader(file, strict))) {
      var reader = new Reader();
      for (var row : parser) {
        reader.take(row);
      }
      return reader.read();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The address of a profile as it is kept: without what was added for following it. */
  static String profile(String address) {
    var uri = URI.create(address.strip());
    var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (!(host.equals("linkedin.com") || host.endsWith(".linkedin.com"))
        || !PROFILE.matcher(path).matches()) {
      throw new IllegalArgumentException("not an address of a profile");
    }
    return "https://www.linkedin.com" + path.replaceFirst("/$", "");
  }

  /** What was found so far. */
  private static final class Reader {

    private final Map<String, String> profiles = new LinkedHashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int before;
    private int url = -1;
    private int email = -1;
    private int rows;
    private int withoutAddress;
    private int faulty;

    void take(CSVRecord row) {
      if (url < 0 || email < 0) {
        header(row);
        return;
      }
      if (++rows > MOST_ROWS) {
        throw new Unfit("too-many", "These are more connections than LinkedIn allows.");
      }
      var address = cell(row, email).toLowerCase(Locale.ROOT);
      if (address.isEmpty()) {
        withoutAddress++;
        return;
      }
      var wrong = wrong(address, cell(row, url));
      if (wrong != null) {
        faulty++;
        if (problems.size() < MOST_PROBLEMS) {
          problems.add(new RowProblem(rows, wrong));
        }
      }
    }

    private void header(CSVRecord row) {
      var names = row.stream().map(Reader::name).toList();
      url = names.indexOf(URL);
      email = names.indexOf(EMAIL);
      if ((url < 0 || email < 0) && ++before > MOST_LINES_BEFORE) {
        throw noHeader();
      }
    }

    /** Takes a row; what is wrong with it otherwise. */
    private @Nullable String wrong(String address, String place) {
      if (!ADDRESS.matcher(address).matches()) {
        return "the e-mail address is none";
      }
      try {
        var profile = profile(place);
        var other = profiles.putIfAbsent(address, profile);
        return other == null || other.equals(profile)
            ? null
            : "another connection has the same e-mail address";
      } catch (IllegalArgumentException _) {
        return "the URL is none of a LinkedIn profile";
      }
    }

    Connections read() {
      if (url < 0 || email < 0) {
        throw noHeader();
      }
      return new Connections(profiles, rows, withoutAddress, faulty, problems);
    }

    private static Unfit noHeader() {
      return new Unfit(
          "no-connections", "There are no columns URL and Email Address, as LinkedIn names them.");
    }

    private static String name(String cell) {
      return cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String cell(CSVRecord row, int at) {
      return at < row.size() ? row.get(at).strip() : "";
    }
  }
}
