package rapport.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A TCP connection that sends exactly what it is told. */
public final class RawConnection implements AutoCloseable {
  private final Socket socket;

  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
  }

  public void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Reads until the other side closes; fails when it has not for a long time. */
  public String readToEnd() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Reads until {@code text} has come. */
  public void readThrough(String text) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(text) < 0) {
      int next = socket.getInputStream().read();
      assertThat(next).as("end of %s", read).isNotNegative();
      read.append((char) next);
    }
  }

  /** Reads until the other side closes, orderly or by a reset. */
  public String readUntilClosed() throws IOException {
    var read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /** Reads the head of an answer. */
  public String readHead() throws IOException {
    InputStream in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.append((char) next);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
