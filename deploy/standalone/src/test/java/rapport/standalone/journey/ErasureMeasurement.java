package rapport.standalone.journey;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/** Erases every second of so many people and prints how long it took: {@code deploy/measure}. */
final class ErasureMeasurement {

  private ErasureMeasurement() {}

  public static void main(String[] arguments) throws Exception {
    var people = Integer.parseInt(arguments[0]);
    var data = Files.createTempDirectory("rapport-erasure").resolve("data");
    var unlimited =
        Map.of(
            "RAPPORT_GATEWAY_LIMIT_CALLER_PERSECOND", "100000",
            "RAPPORT_GATEWAY_LIMIT_CALLER_BURST", "100000",
            "RAPPORT_GATEWAY_LIMIT_ADDRESS_PERSECOND", "100000",
            "RAPPORT_GATEWAY_LIMIT_ADDRESS_BURST", "100000");
    try (var rapport = RunningRapport.start(data, unlimited)) {
      var crowd = new Crowd(rapport, people, System.out);
      System.out.println(crowd.eraseEverySecond());
      System.out.println("in files, at once: " + crowd.inFiles());
      Thread.sleep(Duration.ofMinutes(1));
      System.out.println("in files, after a minute: " + crowd.inFiles());
    }
  }
}
