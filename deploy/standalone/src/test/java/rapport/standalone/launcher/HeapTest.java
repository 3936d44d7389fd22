package rapport.standalone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapTest {

  private static final long GIGABYTE = 1L << 30;

  @Test
  void a_heap_may_grow_with_the_machine_up_to_four_times() {
    assertThat(Heap.upTo(128, 2 * GIGABYTE)).containsExactly("-Xms128m", "-Xmx128m");
    assertThat(Heap.upTo(128, 8 * GIGABYTE)).containsExactly("-Xms128m", "-Xmx256m");
    assertThat(Heap.upTo(128, 16 * GIGABYTE)).containsExactly("-Xms128m", "-Xmx512m");
    assertThat(Heap.upTo(128, 512 * GIGABYTE)).containsExactly("-Xms128m", "-Xmx512m");
  }
}
