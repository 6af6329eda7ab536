package no.oppfolging.platform.web;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** What can be wrong with a request beside a rule that says no; each has a lasting name and a page that explains it. */
enum ProblemKind {
    NOT_READABLE(HttpStatus.BAD_REQUEST),
    NOT_VALID(HttpStatus.BAD_REQUEST),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.BAD_REQUEST),
    VERSION_UNREADABLE(HttpStatus.BAD_REQUEST),
    SIGN_IN_NEEDED(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    FORM_EXPIRED(HttpStatus.FORBIDDEN),
    NOT_KNOWN(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    CHANGED_SINCE(HttpStatus.PRECONDITION_FAILED),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    IDEMPOTENCY_KEY_USED_ELSEWHERE(HttpStatus.UNPROCESSABLE_CONTENT),
    VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    DEFECT(HttpStatus.INTERNAL_SERVER_ERROR),
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE),
    READ_NOT_KEPT(HttpStatus.SERVICE_UNAVAILABLE),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE);

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<ProblemKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }

    /** The kind that a bare status means when nothing more is known. */
    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 401 -> SIGN_IN_NEEDED;
            case 403 -> NOT_ALLOWED;
            case 404 -> NOT_KNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 412 -> CHANGED_SINCE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 428 -> VERSION_MISSING;
            case 503 -> UNAVAILABLE;
            default -> status >= 500 ? DEFECT : NOT_READABLE;
        };
    }
}
