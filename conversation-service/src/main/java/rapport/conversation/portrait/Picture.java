package rapport.conversation.portrait;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.springframework.http.HttpStatus;
import rapport.runtime.problem.Problem;

/**
 * Makes a picture of an upload. Nothing of the upload itself is kept: it is decoded, scaled down
 * and encoded anew, so that neither hidden data nor a file that is two things at once survives.
 */
final class Picture {

  /** The most pixels a side may have, looked at before anything is decoded. */
  static final int LARGEST_SIDE = 4_096;

  private static final int KEPT_SIDE = 512;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp");

  static {
    ImageIO.setUseCache(false);
  }

  private Picture() {}

  /**
   * The upload as a PNG of at most 512 pixels a side.
   *
   * @throws Problem 415 {@code not-a-picture}, or 422 {@code picture-too-large}
   */
  static byte[] png(byte[] upload) {
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
      var readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw notAPicture();
      }
      var reader = readers.next();
      try {
        reader.setInput(input, true, true);
        check(reader);
        return encode(scale(reader.read(0)));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw e instanceof Problem problem ? problem : notAPicture();
    }
  }

  private static void check(ImageReader reader) throws IOException {
    var format = reader.getFormatName().toLowerCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      throw notAPicture();
    }
    if (reader.getWidth(0) > LARGEST_SIDE || reader.getHeight(0) > LARGEST_SIDE) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "picture-too-large",
          "A picture may have at most " + LARGEST_SIDE + " pixels a side.");
    }
  }

  private static BufferedImage scale(BufferedImage picture) {
    var side = Math.max(picture.getWidth(), picture.getHeight());
    var factor = Math.min(1.0, (double) KEPT_SIDE / side);
    var width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
    var height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = scaled.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(picture, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    return scaled;
  }

  private static byte[] encode(BufferedImage picture) throws IOException {
    var png = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", png);
    return png.toByteArray();
  }

  private static Problem notAPicture() {
    return Problem.of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "not-a-picture",
        "This is no picture that can be read; PNG and JPEG can.");
  }
}
