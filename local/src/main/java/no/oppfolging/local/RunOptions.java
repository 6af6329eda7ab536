package no.oppfolging.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How to run the product.
 *
 * @param data where to keep everything; empty to leave nothing behind
 * @param port of the front door, and the four after it of the services; 0 for free ones, empty for the usual
 * @param past whether people at the made-up company have done anything until today
 */
record RunOptions(Optional<Path> data, Optional<Integer> port, boolean past) {
    private static final int HIGHEST = 65_531;
    private static final String WITHOUT_PAST = "--without-past";

    /** Of a product in which nobody at the company has done anything yet. */
    RunOptions(Optional<Path> data, int port) {
        this(data, Optional.of(port), false);
    }

    static RunOptions parse(List<String> arguments) {
        var data = Optional.<Path>empty();
        var port = Optional.<Integer>empty();
        var past = true;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            if (option.equals(WITHOUT_PAST)) {
                past = false;
                continue;
            }
            if (!rest.hasNext()) {
                throw new Complaint(
                        switch (option) {
                            case "--data", "--port" -> option + " needs a value.";
                            default -> unknown(option);
                        });
            }
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(rest.next()).toAbsolutePath());
                case "--port" -> port = Optional.of(port(rest.next()));
                default -> throw new Complaint(unknown(option));
            }
        }
        return new RunOptions(data, port, past);
    }

    private static String unknown(String option) {
        return "Unknown option " + option + "; known are --data DIR, --port PORT and --without-past.";
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
