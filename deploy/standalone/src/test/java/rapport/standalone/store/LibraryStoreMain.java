package rapport.standalone.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;

/** The library's own H2 backend, as it comes or with a commit per write, to measure against. */
final class LibraryStoreMain {

  private LibraryStoreMain() {}

  public static void main(String[] args) throws Exception {
    var directory = Path.of(System.getenv("RAPPORT_STORE_DIR"));
    Files.createDirectories(directory);
    var data = MVStore.open(directory.resolve("store.mv").toString());
    var backend = Boolean.getBoolean("commit") ? new Committing(data) : new H2Backend(data);
    var server = new MongoServer(backend);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, 32);
    System.out.println("RAPPORT-STORE port=" + server.getLocalAddress().getPort());
  }

  private static final class Committing extends H2Backend {
    Committing(MVStore data) {
      super(data);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String name, Document query) {
      var answer = super.handleCommand(channel, database, name, query);
      if (WriteCommand.isOne(name, query)) {
        commit();
      }
      return answer;
    }
  }
}
