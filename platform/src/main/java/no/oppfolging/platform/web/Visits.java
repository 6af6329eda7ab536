package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.privacy.Reads;
import no.oppfolging.platform.security.Authorities;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.Callers;
import no.oppfolging.platform.security.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Hands every controller method that takes one its {@link Visit}. */
final class Visits implements HandlerMethodArgumentResolver {
    private static final String CALLER = Visits.class.getName() + ".caller";

    private final Callers callers;
    private final Authorities authorities;
    private final Function<Identifier, Optional<UUID>> traces;
    private final Reads reads;

    /** @param traces the trace a stream belongs to, where it has begun */
    Visits(Callers callers, Authorities authorities, Function<Identifier, Optional<UUID>> traces, Reads reads) {
        this.callers = callers;
        this.authorities = authorities;
        this.traces = traces;
        this.reads = reads;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Visit.class;
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("A visit comes over HTTP");
        }
        var caller = caller(request).orElseThrow(NotAllowed::new);
        return new Visit(request, endpoint(request), caller, authorities, traces, reads);
    }

    /** Looked up once a request. */
    Optional<Caller> caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller known) {
            return Optional.of(known);
        }
        var caller = callers.current();
        caller.ifPresent(known -> request.setAttribute(CALLER, known));
        return caller;
    }

    /** Empty for a program, and where nobody has been looked up. */
    static Optional<PersonId> personBehind(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller.Person person
                ? Optional.of(person.id())
                : Optional.empty();
    }

    /** As the table of authority writes it: {@code GET /cases/{caseId}}. */
    static String endpoint(HttpServletRequest request) {
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return method + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }
}
