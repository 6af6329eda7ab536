package no.oppfolging.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to run the product.
 *
 * @param data where to keep everything; empty to leave nothing behind
 * @param port of the front door, and the four after it of the services; 0 for free ones
 */
record RunOptions(Optional<Path> data, int port) {
    private static final int FRONT_DOOR = 8080;
    private static final int HIGHEST = 65_531;

    static RunOptions parse(List<String> arguments) {
        var data = Optional.<Path>empty();
        var port = FRONT_DOOR;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (!rest.hasNext()) {
                throw new Complaint(
                        switch (option) {
                            case "--data", "--port" -> option + " needs a value.";
                            default -> unknown(option);
                        });
            }
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(rest.next()).toAbsolutePath());
                case "--port" -> port = port(rest.next());
                default -> throw new Complaint(unknown(option));
            }
        }
        return new RunOptions(data, port);
    }

    private static String unknown(String option) {
        return "Unknown option " + option + "; known are --data DIR and --port PORT.";
    }

    private static int port(String value) {
        try {
            var port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new Complaint("--port needs a number, not \"" + value + "\".");
        }
        throw new Complaint("--port needs a number from 0 to " + HIGHEST + ".");
    }
}
