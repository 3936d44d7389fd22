package rapport.gateway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rapport.runtime.identity.ServiceKeys;

class SealTest {
  @TempDir private Path folder = Path.of("");
  private Seal seal = new Seal(new DerivedKeys(""), "notes");
  private DerivedKeys keys = new DerivedKeys("");

  @BeforeEach
  void makeKeys() throws IOException {
    keys = newKeys("one");
    seal = new Seal(keys, "notes");
  }

  @Test
  void a_text_comes_back_and_is_never_sealed_alike() {
    assertThat(seal.open(seal.seal("ça va", "a"), "a")).isEqualTo("ça va");
    assertThat(seal.seal("x", "a")).isNotEqualTo(seal.seal("x", "a"));
  }

  @Test
  void what_was_changed_or_is_about_something_else_does_not_open() {
    String sealed = seal.seal("text", "a");
    assertThatThrownBy(() -> seal.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
    char other = sealed.charAt(20) == 'A' ? 'B' : 'A';
    String changed = sealed.substring(0, 20) + other + sealed.substring(21);
    assertThatThrownBy(() -> seal.open(changed, "a")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seal.open("AAAA", "a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_purpose_or_another_gateways_key_does_not_open_it() throws IOException {
    String sealed = seal.seal("text", "a");
    var purpose = new Seal(keys, "letters");
    assertThatThrownBy(() -> purpose.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
    var gateway = new Seal(newKeys("two"), "notes");
    assertThatThrownBy(() -> gateway.open(sealed, "a")).isInstanceOf(IllegalStateException.class);
  }

  private DerivedKeys newKeys(String name) throws IOException {
    Path file = folder.resolve(name + ".pem");
    Files.writeString(file, ServiceKeys.pem(ServiceKeys.generate().getPrivate()));
    return new DerivedKeys(file.toString());
  }
}
