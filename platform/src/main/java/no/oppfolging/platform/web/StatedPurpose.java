package no.oppfolging.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.oppfolging.platform.directory.Veil;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What an auditor states a case is read for, before anybody's name is shown: for a browser a cookie that all services
 * share and that counts for whoever stated it alone, over HTTP a header. It opens nothing that the table of authority
 * keeps shut; it is kept with every read, for the employee to see.
 */
public final class StatedPurpose implements Veil {
    /** {@code INTERNAL_CONTROL}, {@code SUPERVISION} or {@code DISPUTE}; anything else states nothing. */
    public static final String HEADER = "Read-Purpose";

    private static final String COOKIE = "oppfolging-read-purpose";
    private static final String VEILED = StatedPurpose.class.getName() + ".veiled";
    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    @Override
    public boolean isDrawn() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null && request.getAttribute(VEILED, RequestAttributes.SCOPE_REQUEST) != null;
    }

    /** Draws the veil for an auditor who has stated nothing; tells what the role then reads for in this request. */
    static ReadPurpose veilUnlessStated(Role role, HttpServletRequest request) {
        if (role != Role.AUDITOR) {
            return ReadPurpose.of(role);
        }
        var stated = in(request);
        if (stated.isEmpty()) {
            request.setAttribute(VEILED, true);
        }
        return stated.orElseGet(() -> ReadPurpose.of(role));
    }

    static boolean isVeiled(HttpServletRequest request) {
        return request.getAttribute(VEILED) != null;
    }

    /** What the caller states; what somebody else has stated in the same browser is not theirs. */
    public static Optional<ReadPurpose> in(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        return first(purpose -> purpose.name().equals(header)).or(() -> inCookie(request));
    }

    private static Optional<ReadPurpose> inCookie(HttpServletRequest request) {
        var cookies = Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .toList();
        return Visits.personBehind(request)
                .flatMap(person -> first(purpose -> cookies.contains(statement(purpose, person))));
    }

    private static Optional<ReadPurpose> first(Predicate<ReadPurpose> stated) {
        return ReadPurpose.STATED.stream().filter(stated).findFirst();
    }

    /** What is stated, and by whom. */
    private static String statement(ReadPurpose purpose, PersonId person) {
        return purpose + "." + person;
    }

    static ResponseCookie cookie(ReadPurpose purpose, PersonId person, boolean secure) {
        return ResponseCookie.from(COOKIE, statement(purpose, person))
                .path("/")
                .maxAge(A_WORKING_DAY)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
