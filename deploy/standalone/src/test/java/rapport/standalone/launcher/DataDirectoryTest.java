package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path directory;

  @Test
  void only_one_launcher_has_it_at_a_time() throws IOException {
    var first = DataDirectory.take(directory).orElseThrow();
    first.writeHolder(new DataDirectory.Holder(42, "http://127.0.0.1:8080"));
    assertThat(DataDirectory.take(directory)).isEmpty();
    assertThat(DataDirectory.isHeld(directory)).isTrue();
    assertThat(DataDirectory.holder(directory))
        .contains(new DataDirectory.Holder(42, "http://127.0.0.1:8080"));
    first.release();
    assertThat(DataDirectory.isHeld(directory)).isFalse();
    DataDirectory.take(directory).orElseThrow().release();
  }

  @Test
  void somebody_elses_files_are_left_alone() throws IOException {
    Files.writeString(directory.resolve("thesis.tex"), "years of work");
    assertThatThrownBy(() -> DataDirectory.take(directory))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("files that are not Rapport's");
  }

  @Test
  void a_directory_that_cannot_be_made_is_named() throws IOException {
    var file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> DataDirectory.take(file.resolve("data")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("--data-dir");
  }

  @Test
  void a_reset_leaves_nothing_of_the_old_data() throws IOException {
    var data = DataDirectory.take(directory).orElseThrow();
    Files.createDirectories(data.path("store/journal"));
    Files.writeString(data.path("store/journal/1"), "old");
    data.empty();
    data.release();
    try (var left = Files.list(directory)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("rapport-data", "up.lock");
    }
  }

  @Test
  void warns_once_when_the_disk_is_full_and_says_when_there_is_room() throws IOException {
    var said = new ByteArrayOutputStream();
    var progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8), false);
    var data = DataDirectory.take(directory).orElseThrow();
    var demanding = new DiskWatch(data, Long.MAX_VALUE, progress);
    assertThatThrownBy(demanding::requireRoom)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--data-dir");
    demanding.look();
    demanding.look();
    assertThat(said.toString(StandardCharsets.UTF_8)).containsOnlyOnce("WARNING");
    new DiskWatch(data, 0, progress).requireRoom();
    data.release();
  }

  @Test
  void the_keys_are_made_once_for_the_owner_only_and_fit_each_other() throws Exception {
    var keys = ServiceKeys.in(directory.resolve("keys"));
    var again = ServiceKeys.in(directory.resolve("keys"));
    assertThat(again).isEqualTo(keys);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
        .isEqualTo("rw-------");
    var factory = KeyFactory.getInstance("Ed25519");
    var signature = Signature.getInstance("Ed25519");
    signature.initSign(factory.generatePrivate(new PKCS8EncodedKeySpec(pem(keys.privateKey()))));
    signature.update((byte) 1);
    var signed = signature.sign();
    signature.initVerify(factory.generatePublic(new X509EncodedKeySpec(pem(keys.publicKey()))));
    signature.update((byte) 1);
    assertThat(signature.verify(signed)).isTrue();
  }

  @Test
  void a_log_never_takes_more_than_twice_its_limit() throws IOException {
    var file = directory.resolve("logs/service.log");
    try (var log = new RotatingLog(file, 1000)) {
      for (var n = 0; n < 500; n++) {
        log.line("line " + n);
      }
    }
    var older = file.resolveSibling("service.log.1");
    assertThat(Files.size(file)).isLessThanOrEqualTo(1000);
    assertThat(Files.size(older)).isLessThanOrEqualTo(1000);
    assertThat(Files.readAllLines(file)).endsWith("line 499");
  }

  @Test
  void services_get_ports_that_no_outgoing_connection_takes() {
    assertThat(Ports.free(50)).hasSize(50).doesNotHaveDuplicates().allMatch(port -> port < 32_768);
  }

  @Test
  void a_taken_port_is_named_together_with_a_free_one() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree("127.0.0.1", socket.getLocalPort(), Duration.ZERO))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("Port " + socket.getLocalPort() + " is taken")
          .hasMessageContaining("--port ");
    }
  }

  private static byte[] pem(Path file) throws IOException {
    try (var lines = new BufferedReader(new StringReader(Files.readString(file)))) {
      return Base64.getDecoder()
          .decode(
              lines.lines().filter(line -> !line.startsWith("---")).collect(Collectors.joining()));
    }
  }
}
