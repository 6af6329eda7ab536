package no.oppfolging.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import no.oppfolging.platform.directory.Veil;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import org.springframework.http.ResponseCookie;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What an auditor states a case is read for, before anybody's name is shown: for a browser a cookie that all services
 * share, over HTTP a header. It opens nothing that the table of authority keeps shut; it is kept with every read, for
 * the employee to see.
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

    /** What is stated, whoever states it. */
    public static Optional<ReadPurpose> in(HttpServletRequest request) {
        var cookies =
                Optional.ofNullable(request.getCookies()).map(Arrays::stream).orElseGet(Stream::empty);
        var inCookie = cookies.filter(cookie -> cookie.getName().equals(COOKIE)).map(Cookie::getValue);
        return Stream.concat(Stream.ofNullable(request.getHeader(HEADER)), inCookie)
                .flatMap(text -> ReadPurpose.STATED.stream()
                        .filter(purpose -> purpose.name().equals(text)))
                .findFirst();
    }

    static ResponseCookie cookie(ReadPurpose purpose, boolean secure) {
        return ResponseCookie.from(COOKIE, purpose.name())
                .path("/")
                .maxAge(A_WORKING_DAY)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }
}
