package no.oppfolging.platform.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Signs a browser out of every service at once: all of them share its origin, and each has a cookie there. */
final class SignOut implements LogoutHandler, LogoutSuccessHandler {
    private static final String OURS = "oppfolging-";

    private final Issuer issuer;
    private final FrontDoor frontDoor;

    SignOut(Issuer issuer, FrontDoor frontDoor) {
        this.issuer = issuer;
        this.frontDoor = frontDoor;
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
        response.sendRedirect(
                issuer.endSession().map(url -> endSession(url, authentication)).orElse("/"));
    }

    /** The issuer ends its own session too, else it would sign the same person in again at once. */
    private String endSession(URI url, @Nullable Authentication authentication) {
        var address = UriComponentsBuilder.fromUri(url).queryParam("post_logout_redirect_uri", frontDoor.url() + "/");
        if (authentication != null && authentication.getPrincipal() instanceof OidcUser user) {
            address.queryParam("id_token_hint", user.getIdToken().getTokenValue());
        }
        return address.encode().toUriString();
    }
}
