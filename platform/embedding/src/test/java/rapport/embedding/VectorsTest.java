package rapport.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorsTest {

  @Test
  void says_how_alike_two_directions_are_whatever_their_length() {
    assertThat(cosine(new float[] {2, 0}, new float[] {3, 0})).isCloseTo(1, within(1e-9));
    assertThat(cosine(new float[] {2, 0}, new float[] {0, 3})).isZero();
    assertThat(cosine(new float[] {2, 0}, new float[] {-1, 0})).isCloseTo(-1, within(1e-9));
  }

  @Test
  void finds_nothing_alike_in_zeros() {
    assertThat(cosine(new float[2], new float[] {1, 1})).isZero();
    assertThat(Vectors.unit(new float[2])).containsExactly(0, 0);
  }

  @Test
  void makes_the_length_one() {
    assertThat(Vectors.unit(new float[] {3, 4})).containsExactly(.6f, .8f);
  }

  @Test
  void finds_the_direction_several_share() {
    var shared = Vectors.centroid(List.of(new float[] {1, 0}, new float[] {0, 1}));
    assertThat(shared[0]).isCloseTo((float) Math.sqrt(.5), within(1e-6f));
    assertThat(shared[1]).isEqualTo(shared[0]);
  }

  @Test
  void refuses_what_cannot_be_compared() {
    assertThatThrownBy(() -> cosine(new float[1], new float[2]))
        .hasMessageContaining("dimension 1 and 2");
    assertThatThrownBy(() -> Vectors.centroid(List.of())).hasMessageContaining("no centroid");
  }

  private static double cosine(float[] a, float[] b) {
    return Vectors.cosine(a, b);
  }
}
