package rapport.testkit;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that speaks MongoDB's wire protocol and keeps everything in memory. */
public final class EmbeddedStore implements AutoCloseable {

  private final MongoServer server;
  private final InetSocketAddress address;

  private EmbeddedStore(int port) {
    this.server = new MongoServer(new MemoryBackend());
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    this.address = server.getLocalAddress();
  }

  private static final class Shared {
    private static final EmbeddedStore STORE = start();
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
    return "mongodb://127.0.0.1:" + port();
  }

  public int port() {
    return address.getPort();
  }

  /** Drops every connection and everything stored. */
  @Override
  public void close() {
    server.shutdownNow();
  }
}
