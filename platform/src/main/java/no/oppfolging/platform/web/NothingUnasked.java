package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import no.oppfolging.platform.security.Authority;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Withholds the answer of an endpoint that did not ask the table of authority; such an endpoint is a defect. */
@ControllerAdvice
final class NothingUnasked implements HandlerInterceptor, ResponseBodyAdvice<Object> {
    private static final Set<Class<?>> SAYING_NOTHING_OF_ANYONE =
            Set.of(Problems.class, ErrorPages.class, ProblemPages.class);

    private final Authority table;

    NothingUnasked(Authority table) {
        this.table = table;
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView modelAndView) {
        if (handler instanceof HandlerMethod method && modelAndView != null && !exempt(method.getBeanType())) {
            mustHaveAsked(request);
        }
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return !exempt(returned.getContainingClass());
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (request instanceof ServletServerHttpRequest servlet) {
            mustHaveAsked(servlet.getServletRequest());
        }
        return body;
    }

    private void mustHaveAsked(HttpServletRequest request) {
        var endpoint = Visits.endpoint(request);
        if (request.getAttribute(Visit.ASKED) == null && !table.isOpen(endpoint)) {
            throw new IllegalStateException(endpoint + " would have answered without asking whether it may");
        }
    }

    /** Health and meters are Boot's own; which of them are open at all is PlatformSecurity's business. */
    private static boolean exempt(Class<?> type) {
        return SAYING_NOTHING_OF_ANYONE.contains(type) || type.getName().startsWith("org.springframework.boot.");
    }
}
