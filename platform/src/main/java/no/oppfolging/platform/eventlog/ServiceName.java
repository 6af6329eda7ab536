package no.oppfolging.platform.eventlog;

/**
 * A service's name where one word is wanted: its migrations' folder, its threads, its meters.
 *
 * @param value such as {@code cases}
 */
public record ServiceName(String value) {
    @Override
    public String toString() {
        return value;
    }
}
