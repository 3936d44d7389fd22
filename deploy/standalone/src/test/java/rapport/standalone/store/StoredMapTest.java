package rapport.standalone.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredMapTest {

  private static final String NAME = "index/test.people/word";
  private static final int ENTRIES = 20_000;

  @TempDir Path directory;

  /** Enough entries for several levels of pages, of which the crash leaves some behind. */
  @Test
  void what_a_crash_leaves_of_a_map_half_made_anew_is_let_go() {
    var store = open();
    var map = new StoredMaps(store).get(NAME, IndexEntryType.INSTANCE);
    for (var n = 0; n < ENTRIES; n++) {
      map.get().put(new IndexEntry(List.of("word " + n, n)), true);
    }
    store.commit();
    var copied = new AtomicInteger();
    assertThatThrownBy(() ->
            map.renew(() -> {
              if (copied.incrementAndGet() > ENTRIES / 2) {
                store.commit();
                throw new IllegalStateException("crash");
              }
            }))
        .hasMessage("crash");
    store.closeImmediately();

    var again = open();
    var maps = new StoredMaps(again);
    assertThat(maps.names()).containsExactly(NAME);
    assertThat(maps.get(NAME, IndexEntryType.INSTANCE).get().size()).isEqualTo(ENTRIES);
    again.close();
  }

  private MVStore open() {
    var file = directory.resolve("store.mv").toString();
    return new MVStore.Builder().fileName(file).autoCommitDisabled().open();
  }
}
