package no.oppfolging.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.Ids;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lays the frame around every page, also around one that only says what went wrong. */
final class Frame implements HandlerInterceptor {
    private final ThisService service;
    private final Navigation navigation;
    private final Visits visits;
    private final Ids ids;

    Frame(ThisService service, Navigation navigation, Visits visits, Ids ids) {
        this.service = service;
        this.navigation = navigation;
        this.visits = visits;
        this.ids = ids;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        layAround(request);
        if (handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(InTheReadersLanguage.class)
                && visits.caller(request).orElse(null) instanceof Caller.Person reader) {
            Languages.speak(request, reader.language());
        }
        return true;
    }

    /** Also where no controller was found to answer, and so no interceptor was asked. */
    void layAround(HttpServletRequest request) {
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = asked instanceof String uri ? uri : request.getRequestURI();
        request.setAttribute("page", new Page(service, navigation, () -> visits.caller(request), request, path, ids));
    }
}
