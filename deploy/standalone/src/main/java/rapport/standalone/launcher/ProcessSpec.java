package rapport.standalone.launcher;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One process to look after.
 *
 * @param command asked for at every start: a start-up cache may have appeared since the last
 * @param environment what is added to the launcher's own
 * @param startStage a stage begins when the one before is ready
 * @param stopStage the lowest stops first, each within its own time
 */
record ProcessSpec(
    String name,
    Supplier<List<String>> command,
    Map<String, String> environment,
    Readiness readiness,
    int startStage,
    int stopStage) {}
