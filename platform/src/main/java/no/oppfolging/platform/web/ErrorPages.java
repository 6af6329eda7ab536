package no.oppfolging.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what went wrong before a controller was reached, or as a defect within one. */
@Controller
final class ErrorPages implements ErrorController {
    private final ProblemAnswers answers;

    ErrorPages(ProblemAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, Locale language) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "/";
        return answers.answer(request, path, answers.of(kind(request, status), language));
    }

    private static ProblemKind kind(HttpServletRequest request, int status) {
        if (TooLarge.caused(exception(request))) {
            return ProblemKind.TOO_LARGE;
        }
        if (exception(request) instanceof AuthenticationServiceException) {
            return ProblemKind.UNAVAILABLE;
        }
        var denied = request.getAttribute(WebAttributes.ACCESS_DENIED_403);
        return denied instanceof CsrfException ? ProblemKind.FORM_EXPIRED : ProblemKind.ofStatus(status);
    }

    private static @Nullable Throwable exception(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable t ? t : null;
    }
}
