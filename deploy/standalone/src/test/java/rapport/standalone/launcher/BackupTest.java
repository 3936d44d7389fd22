package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path directory;
  private Path data;
  private Path file;

  @BeforeEach
  void aDataDirectory() throws IOException {
    data = directory.resolve("data");
    file = directory.resolve("backup.zip");
    DataDirectory.take(data).orElseThrow().release();
    put("store/store.mv", "pages");
    put("store/journal/000000000007.journal", "records");
    put("keys/service-private.pem", "secret");
    put("broker/meta.properties", "not kept");
    put("logs/store.log", "not kept");
  }

  @Test
  void a_restored_directory_has_the_store_and_the_keys() throws Exception {
    new Backup(data).write(file, NOW);
    var restored = directory.resolve("restored");
    new Restore(file).into(restored, false);
    assertThat(restored.resolve("store/store.mv")).hasContent("pages");
    assertThat(restored.resolve("store/journal/000000000007.journal")).hasContent("records");
    assertThat(restored.resolve("keys/service-private.pem")).hasContent("secret");
    assertThat(restored.resolve("broker")).doesNotExist();
    assertThat(restored.resolve("logs")).doesNotExist();
    assertThat(DataDirectory.take(restored)).isPresent();
  }

  @Test
  void only_its_owner_reads_a_backup_and_what_is_restored() throws Exception {
    new Backup(data).write(file, NOW);
    var restored = directory.resolve("restored");
    new Restore(file).into(restored, false);
    for (var kept : new Path[] {file, restored.resolve("keys/service-private.pem")}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void nothing_is_overwritten_unasked() throws Exception {
    new Backup(data).write(file, NOW);
    assertThatThrownBy(() -> new Backup(data).write(file, NOW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is there already");
    put("store/store.mv", "newer");
    assertThatThrownBy(() -> new Restore(file).into(data, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--replace");
    assertThat(data.resolve("store/store.mv")).hasContent("newer");
    new Restore(file).into(data, true);
    assertThat(data.resolve("store/store.mv")).hasContent("pages");
    assertThat(data.resolve("broker")).doesNotExist();
  }

  @Test
  void a_damaged_backup_changes_nothing() throws Exception {
    put(
        "store/store.mv",
        "many different pages ".repeat(1000) + new Random(1).ints(9000).boxed().toList());
    new Backup(data).write(file, NOW);
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 0x55;
    Files.write(file, bytes);
    assertThatThrownBy(() -> new Restore(file).into(data, true)).isInstanceOf(UserError.class);
    assertThat(data.resolve("broker/meta.properties")).hasContent("not kept");
  }

  @Test
  void a_file_that_is_no_backup_is_refused() throws Exception {
    assertThatThrownBy(() -> restore("pictures/cat.png", "meow")).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> restore(Backup.MARK, "2\n")).isInstanceOf(UserError.class);
  }

  @Test
  void a_backup_leads_nowhere_else() throws Exception {
    assertThatThrownBy(() -> restore("store/../../elsewhere", "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no part of a backup");
    assertThat(directory.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void a_running_rapport_is_not_overwritten() throws Exception {
    new Backup(data).write(file, NOW);
    var held = DataDirectory.take(data).orElseThrow();
    assertThatThrownBy(() -> new Restore(file).into(data, true))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("deploy/down");
    held.release();
  }

  @Test
  void without_an_embedded_store_there_is_nothing_to_back_up() throws Exception {
    Files.delete(data.resolve("store/store.mv"));
    assertThatThrownBy(() -> new Backup(data).write(file, NOW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its own tools");
    assertThat(file).doesNotExist();
  }

  private void restore(String name, String text) throws IOException {
    var strange = directory.resolve("strange.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(strange))) {
      if (!name.equals(Backup.MARK)) {
        add(zip, Backup.MARK, Backup.VERSION + "\n");
      }
      add(zip, name, text);
    }
    new Restore(strange).into(directory.resolve("strange"), false);
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void put(String name, String text) throws IOException {
    var target = data.resolve(name);
    Files.createDirectories(target.resolveSibling(""));
    Files.writeString(target, text);
  }
}
