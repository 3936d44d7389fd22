package rapport.simulators;

import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port of the first system, the others follow; 0 for any
 * @param faults the part of requests that something goes wrong with
 */
record SimulatorOptions(int port, double faults) {

  private static final int PORTS = 9;

  /**
   * @throws IllegalArgumentException that says what is wrong with them
   */
  static SimulatorOptions parse(List<String> arguments) {
    var options = new SimulatorOptions(8300, 0);
    for (var argument : arguments) {
      var value = argument.substring(argument.indexOf('=') + 1);
      options =
          switch (argument.substring(0, argument.length() - value.length())) {
            case "--port=" -> new SimulatorOptions(port(value), options.faults());
            case "--faults=" -> new SimulatorOptions(options.port(), part(value));
            default ->
                throw new IllegalArgumentException(
                    "There is no option " + argument + ". See deploy/simulators --help.");
          };
    }
    return options;
  }

  /** Where the system with that number listens, counted from 0. */
  int nth(int number) {
    return port == 0 ? 0 : port + number;
  }

  private static int port(String value) {
    if (!value.matches("\\d{1,5}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > 65_536 - PORTS) {
      throw new IllegalArgumentException("--port is from 1 to 65527, not " + value + ".");
    }
    return Integer.parseInt(value);
  }

  private static double part(String value) {
    if (!value.matches("0(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException("--faults is from 0 to below 1, not " + value + ".");
    }
    return Double.parseDouble(value);
  }
}
