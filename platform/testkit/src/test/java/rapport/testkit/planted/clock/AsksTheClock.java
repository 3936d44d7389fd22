package rapport.testkit.planted.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

final class AsksTheClock {
  Instant instant() {
    return Instant.now();
  }

  LocalDate date() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  long millis() {
    return System.currentTimeMillis();
  }

  UUID id() {
    return UUID.randomUUID();
  }

  double chance() {
    return Math.random();
  }

  int dice() {
    return new Random(6).nextInt(6);
  }
}
