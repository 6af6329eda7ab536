package no.oppfolging.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Signs a browser out of every service at once: all of them share its origin, and each has a cookie there. */
final class SignOut implements LogoutHandler, LogoutSuccessHandler {
    private static final String OURS = "oppfolging-";

    private final Issuer issuer;

    SignOut(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return;
        }
        for (var cookie : cookies) {
            if (cookie.getName().startsWith(OURS)) {
                var expired = new Cookie(cookie.getName(), "");
                expired.setPath("/");
                expired.setMaxAge(0);
                expired.setHttpOnly(true);
                response.addCookie(expired);
            }
        }
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        response.sendRedirect(issuer.endSession().map(Object::toString).orElse("/"));
    }
}
