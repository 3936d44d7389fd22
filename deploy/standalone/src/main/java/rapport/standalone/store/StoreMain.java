package rapport.standalone.store;

import java.io.IOException;

/** Runs the store until it is told to stop. */
public final class StoreMain {

  private StoreMain() {}

  /** Takes no arguments; see {@link StoreSettings} for what the environment sets. */
  public static void main(String[] args) throws IOException {
    var store = Store.open(StoreSettings.from(System.getenv()));
    Runtime.getRuntime().addShutdownHook(new Thread(store::close, "stop"));
    System.out.println("RAPPORT-STORE port=" + store.port());
  }
}
