package rapport.standalone.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** How to see that a process can be used. */
sealed interface Readiness {

  int TIMEOUT_MILLIS = 2000;

  /** Asks once; false for whatever is not a yes. */
  boolean holds();

  /** Somebody listens on the loopback {@code port}. */
  record Listens(int port) implements Readiness {
    @Override
    public boolean holds() {
      try (var socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        return true;
      } catch (IOException e) {
        return false;
      }
    }
  }

  /** A GET of {@code uri} answers 200. */
  record Answers(URI uri) implements Readiness {
    @Override
    public boolean holds() {
      try {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        var status = connection.getResponseCode();
        connection.disconnect();
        return status == HttpURLConnection.HTTP_OK;
      } catch (IOException e) {
        return false;
      }
    }
  }
}
