package no.oppfolging.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.RequestCache;

/** Sends a browser to sign in, and then on to the page it came for, always within its own origin. */
final class SignInFirst implements AuthenticationEntryPoint, AuthenticationSuccessHandler {
    private final ThisService service;
    private final RequestCache wanted;

    SignInFirst(ThisService service, RequestCache wanted) {
        this.service = service;
        this.wanted = wanted;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // A part of a page cannot be a sign-in page: the whole page is loaded again, and that one is sent there.
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(service.path() + PlatformSecurity.SIGN_IN);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var page = wanted.getRequest(request, response) instanceof DefaultSavedRequest saved
                ? saved.getRequestURI() + (saved.getQueryString() == null ? "" : "?" + saved.getQueryString())
                : service.path();
        wanted.removeRequest(request, response);
        response.sendRedirect(page);
    }
}
