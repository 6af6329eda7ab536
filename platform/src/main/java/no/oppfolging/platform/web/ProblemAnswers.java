package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import no.oppfolging.platform.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.ModelAndView;

/** Answers a request that went wrong: problem details (RFC 9457) under {@code /api}, a readable page elsewhere. */
final class ProblemAnswers {
    private static final String PAGE = "platform/problem";

    private final Sentences sentences;
    private final Supplier<Frame> frame;

    /** @param frame asked for only when a page is answered: it knows who is signed in, whom security lets in first */
    ProblemAnswers(Sentences sentences, Supplier<Frame> frame) {
        this.sentences = sentences;
        this.frame = frame;
    }

    ProblemDetail of(ProblemKind kind, Locale language) {
        var problem = ProblemDetail.forStatus(kind.status());
        problem.setType(URI.create("/problems/" + kind.slug()));
        problem.setTitle(sentences.of("problem." + kind.slug() + ".title", language));
        problem.setDetail(sentences.of("problem." + kind.slug(), language));
        return problem;
    }

    ProblemDetail of(ProblemKind kind, List<Fault> faults, Locale language) {
        var problem = of(kind, language);
        problem.setProperty("errors", faults);
        return problem;
    }

    ProblemDetail of(Refusal refusal, Locale language) {
        var problem = ProblemDetail.forStatus(HttpStatus.CONFLICT);
        problem.setType(URI.create("/problems/" + refusal.rule()));
        problem.setTitle(sentences.of("problem.refused.title", language));
        problem.setDetail(sentences.of(refusal, language));
        if (!refusal.arguments().isEmpty()) {
            problem.setProperty("arguments", refusal.arguments());
        }
        return problem;
    }

    Object answer(HttpServletRequest request, String path, ProblemDetail problem) {
        return answer(request, path, problem, HttpHeaders.EMPTY);
    }

    Object answer(HttpServletRequest request, String path, ProblemDetail problem, HttpHeaders headers) {
        if (wantsJson(request, path)) {
            problem.setInstance(URI.create(path));
            return ResponseEntity.status(problem.getStatus())
                    .headers(headers)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        frame.get().layAround(request);
        var page = new ModelAndView(PAGE, Map.of("problem", problem), HttpStatus.valueOf(problem.getStatus()));
        if (isAboutTheAddress(request, problem)) {
            page.addObject("again", path);
        }
        return page;
    }

    /** Nothing was sent but an address: what is wrong stands after its question mark. */
    private static boolean isAboutTheAddress(HttpServletRequest request, ProblemDetail problem) {
        return request.getMethod().equals(HttpMethod.GET.name())
                && problem.getStatus() == HttpStatus.BAD_REQUEST.value()
                && request.getQueryString() != null;
    }

    static boolean wantsJson(HttpServletRequest request) {
        return wantsJson(request, request.getRequestURI());
    }

    private static boolean wantsJson(HttpServletRequest request, String path) {
        if (path.startsWith("/api/")) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}
