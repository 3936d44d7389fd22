package rapport.conversation.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** A name server on this machine that knows a few domains; what it does not know does not exist. */
public final class SmallDns implements AutoCloseable {

  private static final Map<Integer, String> TYPES = Map.of(1, "A", 15, "MX", 28, "AAAA");
  private static final int OK = 0;
  private static final int SERVER_FAILED = 2;
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, List<String>> zones = new ConcurrentHashMap<>();
  private volatile CountDownLatch open = new CountDownLatch(0);

  public SmallDns() {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    } catch (SocketException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::serve);
  }

  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * @param records such as {@code MX mail.example.com}, {@code MX .}, {@code A}; or {@code fails},
   *     or {@code silent}
   */
  public SmallDns knows(String domain, String... records) {
    zones.put(domain, List.of(records));
    return this;
  }

  /** Answers nothing until {@link #goOn()}. */
  public void hold() {
    open = new CountDownLatch(1);
  }

  public void goOn() {
    open.countDown();
  }

  @Override
  public void close() {
    goOn();
    socket.close();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        var asked = new DatagramPacket(new byte[512], 512);
        socket.receive(asked);
        Thread.ofVirtual().start(() -> answer(asked));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(DatagramPacket asked) {
    try {
      open.await();
      var query = ByteBuffer.wrap(asked.getData(), 0, asked.getLength());
      var name = name(query);
      var type = TYPES.getOrDefault((int) query.getShort(), "");
      var end = query.getShort(query.position()) == 1 ? query.position() + 2 : query.limit();
      var records = zones.get(name);
      if (records != null && records.contains("silent")) {
        return;
      }
      var code = records == null ? NO_SUCH_NAME : records.contains("fails") ? SERVER_FAILED : OK;
      var fitting =
          records == null
              ? List.<String>of()
              : records.stream().filter(one -> (one + " ").startsWith(type + " ")).toList();
      var said = ByteBuffer.allocate(512);
      said.put(asked.getData(), 0, 2).putShort((short) (0x8180 | code));
      said.putShort((short) 1).putShort((short) fitting.size()).putInt(0);
      said.put(asked.getData(), 12, end - 12);
      fitting.forEach(one -> record(said, asked.getData(), end - 4, one));
      socket.send(new DatagramPacket(said.array(), said.position(), asked.getSocketAddress()));
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String name(ByteBuffer query) {
    query.position(12);
    var name = new StringBuilder();
    for (var length = query.get(); length > 0; length = query.get()) {
      var label = new byte[length];
      query.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    return name.toString();
  }

  private static void record(ByteBuffer said, byte[] asked, int type, String record) {
    said.putShort((short) 0xC00C).put(asked, type, 4).putInt(60);
    var data =
        switch (record) {
          case "A" -> new byte[] {127, 0, 0, 1};
          case "AAAA" -> new byte[16];
          default -> exchange(record.substring("MX ".length()));
        };
    said.putShort((short) data.length).put(data);
  }

  private static byte[] exchange(String server) {
    var data = ByteBuffer.allocate(128).putShort((short) 10);
    for (var label : server.equals(".") ? List.<String>of() : List.of(server.split("\\.", -1))) {
      data.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
    }
    data.put((byte) 0);
    return Arrays.copyOf(data.array(), data.position());
  }
}
