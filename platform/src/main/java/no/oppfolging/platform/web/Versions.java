package no.oppfolging.platform.web;

import no.oppfolging.platform.eventlog.Answer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A stream's version as HTTP carries it: {@code ETag: "7"}. */
public final class Versions {
    private Versions() {}

    /** What a command's sender is told over HTTP. */
    public record Accepted(String stream, long version, long position) {}

    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /** The answer to a command that was accepted. */
    public static ResponseEntity<Accepted> accepted(Answer answer) {
        return accepted(HttpStatus.OK, answer);
    }

    public static ResponseEntity<Accepted> accepted(HttpStatus status, Answer answer) {
        return ResponseEntity.status(status)
                .eTag(tag(answer.version()))
                .body(new Accepted(answer.stream().toString(), answer.version(), answer.position()));
    }

    /** An answer that shows a version. */
    public static <T> ResponseEntity<T> shown(long version, T body) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    static long ofTag(String tag) {
        var strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        if (strong.length() < 3 || !strong.startsWith("\"") || !strong.endsWith("\"")) {
            throw new VersionUnreadable();
        }
        return of(strong.substring(1, strong.length() - 1));
    }

    static long of(String digits) {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new VersionUnreadable();
        }
        return Long.parseLong(digits);
    }
}
