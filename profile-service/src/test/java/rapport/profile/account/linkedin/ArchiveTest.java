package rapport.profile.account.linkedin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import rapport.profile.account.intake.FileImport.RowProblem;

class ArchiveTest {

  /** As LinkedIn writes it, note and all. */
  private static final String HEAD =
      """
      Notes:
      "When exporting your connection data, you may notice that some of the email addresses are \
      missing. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"

      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      """;

  @Test
  void addresses_and_profiles_are_read_and_what_cannot_be_is_told_by_row() {
    var found =
        read(
            HEAD
                + """
                Ada,Lovelace,https://www.linkedin.com/in/ada,Ada@Mill.example,"Mill, Inc.",CTO,01 Mar 2024
                Bob,,https://de.linkedin.com/in/b%C3%B6b/?trk=x,bob@mill.example,,,02 Mar 2024
                Eve,Hidden,https://www.linkedin.com/in/eve,,Bay,,03 Mar 2024
                Dan,,https://evil.example/in/dan,dan@mill.example,,,
                Cem,,https://www.linkedin.com/company/mill,cem@mill.example,,,
                Fay,,https://www.linkedin.com/in/fay,no address,,,
                Gil,,https://www.linkedin.com/in/gil,ada@mill.example,,,
                Ada,Again,http://linkedin.com/in/ada/,ada@mill.example,,,
                Hal
                """);
    assertThat(found.profiles())
        .isEqualTo(
            Map.of(
                "ada@mill.example", "https://www.linkedin.com/in/ada",
                "bob@mill.example", "https://www.linkedin.com/in/b%C3%B6b"));
    assertThat(found.rows()).isEqualTo(9);
    assertThat(found.withoutAddress()).isEqualTo(2);
    assertThat(found.faulty()).isEqualTo(4);
    assertThat(found.problems())
        .containsExactly(
            new RowProblem(4, "the URL is none of a LinkedIn profile"),
            new RowProblem(5, "the URL is none of a LinkedIn profile"),
            new RowProblem(6, "the e-mail address is none"),
            new RowProblem(7, "another connection has the same e-mail address"));
  }

  @Test
  void the_file_is_found_in_an_archive_wherever_it_lies_and_no_other_is_looked_into() {
    var file = HEAD + "Ada,,https://www.linkedin.com/in/ada,ada@mill.example,,,\n";
    for (var name :
        new String[] {"Connections.csv", "Basic_2026/Connections.csv", "../../connections.CSV"}) {
      var files = new LinkedHashMap<String, byte[]>();
      files.put("messages.csv", "from,to,content\nme,you,secret".getBytes(UTF_8));
      files.put(name, file.getBytes(UTF_8));
      assertThat(Archive.read(zip(files)).profiles()).as(name).containsOnlyKeys("ada@mill.example");
    }
  }

  @Test
  void what_unpacks_to_more_than_is_sensible_is_refused() {
    var zeros = new byte[30_000_000];
    var bomb = new LinkedHashMap<String, byte[]>();
    for (var part : new String[] {"a", "b", "c", "d"}) {
      bomb.put(part, zeros);
    }
    refused("too-large", zip(bomb));
    var many = new LinkedHashMap<String, byte[]>();
    IntStream.range(0, 2_001).forEach(i -> many.put("f" + i, new byte[0]));
    refused("too-large", zip(many));
    var row = "Ada,,https://www.linkedin.com/in/ada,ada@mill.example,,,\n";
    refused("too-many", (HEAD + row.repeat(50_001)).getBytes(UTF_8));
  }

  @Test
  void what_is_no_such_file_is_refused_with_a_reason() {
    refused("no-connections", zip(Map.of("messages.csv", new byte[0])));
    refused("no-connections", "a,b\n1,2\n".getBytes(UTF_8));
    refused("no-connections", new byte[0]);
    refused("not-readable", (HEAD + "Jörg,,,,,,\n").getBytes(ISO_8859_1));
    refused("not-readable", (HEAD + "Ada,\"open").getBytes(UTF_8));
    var whole = zip(Map.of("Connections.csv", (HEAD + "Ada,,,,,,\n".repeat(500)).getBytes(UTF_8)));
    refused("not-readable", Arrays.copyOf(whole, whole.length / 2));
  }

  @Test
  void whatever_is_sent_is_read_or_refused() {
    var random = new Random(7);
    var good = zip(Map.of("Connections.csv", (HEAD + "Ada,,,a@b.example,,,\n").getBytes(UTF_8)));
    for (int i = 0; i < 2_000; i++) {
      var bytes = good.clone();
      for (int j = 0; j < 3; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Archive.read(bytes).rows()).isNotNegative();
      } catch (Unfit unfit) {
        assertThat(unfit.detail()).isNotBlank();
      }
    }
  }

  private static Connections read(String file) {
    return Archive.read(file.getBytes(UTF_8));
  }

  private static void refused(String code, byte[] file) {
    assertThatThrownBy(() -> Archive.read(file))
        .isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo(code));
  }

  private static byte[] zip(Map<String, byte[]> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
