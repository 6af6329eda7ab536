package no.oppfolging.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Asks a program for a bearer token, and says what was wrong with the one it sent (RFC 6750). */
final class BearerFirst implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var challenge = "Bearer";
        if (exception instanceof OAuth2AuthenticationException e) {
            challenge += " error=\"" + e.getError().getErrorCode() + "\"";
            if (e.getError().getDescription() != null) {
                challenge +=
                        ", error_description=\"" + e.getError().getDescription().replace('"', '\'') + "\"";
            }
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
