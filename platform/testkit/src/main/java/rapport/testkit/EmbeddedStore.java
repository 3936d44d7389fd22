package rapport.testkit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks MongoDB's wire protocol and keeps everything in memory. With the Maven
 * profile {@code containers} the shared one is a real MongoDB.
 */
public final class EmbeddedStore implements AutoCloseable {

  private final @Nullable MongoServer server;
  private final String uri;
  private final int port;

  private EmbeddedStore(int port) {
    this.server = new MongoServer(new MemoryBackend());
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.port = server.getLocalAddress().getPort();
    this.uri = "mongodb://127.0.0.1:" + this.port;
  }

  private EmbeddedStore(String uri) {
    this.server = null;
    this.uri = uri;
    this.port = URI.create(uri).getPort();
  }

  private static final class Shared {
    private static final EmbeddedStore STORE =
        Containers.areWanted() ? new EmbeddedStore(Containers.mongodb()) : start();
  }

  /** One store for all tests of the process; take a database name of your own. */
  public static EmbeddedStore shared() {
    return Shared.STORE;
  }

  public static EmbeddedStore start() {
    return new EmbeddedStore(0);
  }

  /** An empty store on that port, as when a store comes back at its address. */
  public static EmbeddedStore startOn(int port) {
    return new EmbeddedStore(port);
  }

  /** For {@code spring.mongodb.uri}. */
  public String uri() {
    return uri;
  }

  public int port() {
    return port;
  }

  /** Drops every connection and everything stored. */
  @Override
  public void close() {
    if (server != null) {
      server.shutdownNow();
    }
  }
}
