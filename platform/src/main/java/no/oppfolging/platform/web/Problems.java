package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.platform.eventlog.CommandIdUsedElsewhere;
import no.oppfolging.platform.eventlog.LogUnavailable;
import no.oppfolging.platform.eventlog.OutcomeUnknown;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.security.NotKnown;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what goes wrong in a controller into an answer that says what, where, and what to do about it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Problems {
    private static final String RETRY_AFTER_SECONDS = "2";

    private final ProblemAnswers answers;
    private final Faults faults;
    private final PagesAbove pages;

    Problems(ProblemAnswers answers, Faults faults, PagesAbove pages) {
        this.answers = answers;
        this.faults = faults;
        this.pages = pages;
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request, Locale language) {
        return answer(request, answers.of(refusal, language));
    }

    @ExceptionHandler(NotKnown.class)
    Object notKnown(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.NOT_KNOWN, language);
    }

    @ExceptionHandler(NotAllowed.class)
    Object notAllowed(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.NOT_ALLOWED, language);
    }

    @ExceptionHandler(StaleVersion.class)
    Object changedSince(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.CHANGED_SINCE, language);
    }

    @ExceptionHandler(VersionMissing.class)
    Object versionMissing(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.VERSION_MISSING, language);
    }

    @ExceptionHandler(VersionUnreadable.class)
    Object versionUnreadable(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.VERSION_UNREADABLE, language);
    }

    @ExceptionHandler(IdempotencyKeyMissing.class)
    Object idempotencyKeyMissing(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.IDEMPOTENCY_KEY_MISSING, language);
    }

    @ExceptionHandler(CommandIdUsedElsewhere.class)
    Object idempotencyKeyUsedElsewhere(HttpServletRequest request, Locale language) {
        return answer(request, ProblemKind.IDEMPOTENCY_KEY_USED_ELSEWHERE, language);
    }

    @ExceptionHandler(OutcomeUnknown.class)
    Object outcomeUnknown(HttpServletRequest request, Locale language) {
        return tryAgain(request, ProblemKind.OUTCOME_UNKNOWN, language);
    }

    @ExceptionHandler(ReadNotKept.class)
    Object readNotKept(HttpServletRequest request, Locale language) {
        return tryAgain(request, ProblemKind.READ_NOT_KEPT, language);
    }

    @ExceptionHandler({
        LogUnavailable.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    Object unavailable(HttpServletRequest request, Locale language) {
        return tryAgain(request, ProblemKind.UNAVAILABLE, language);
    }

    @ExceptionHandler
    Object notReadable(HttpMessageNotReadableException e, HttpServletRequest request, Locale language) {
        if (TooLarge.caused(e)) {
            return answer(request, ProblemKind.TOO_LARGE, language);
        }
        return answer(request, answers.of(ProblemKind.NOT_READABLE, faults.of(e, language), language));
    }

    @ExceptionHandler
    Object notInParts(MultipartException e, HttpServletRequest request, Locale language) {
        var isTooLarge = e instanceof MaxUploadSizeExceededException || TooLarge.caused(e);
        return answer(request, isTooLarge ? ProblemKind.TOO_LARGE : ProblemKind.NOT_READABLE, language);
    }

    @ExceptionHandler
    Object notValid(MethodArgumentNotValidException e, HttpServletRequest request, Locale language) {
        return answer(request, answers.of(ProblemKind.NOT_VALID, faults.of(e.getBindingResult(), language), language));
    }

    @ExceptionHandler
    Object notValid(BindException e, HttpServletRequest request, Locale language) {
        return answer(request, answers.of(ProblemKind.NOT_VALID, faults.of(e.getBindingResult(), language), language));
    }

    @ExceptionHandler
    Object notValid(HandlerMethodValidationException e, HttpServletRequest request, Locale language) {
        return answer(request, answers.of(ProblemKind.NOT_VALID, faults.of(e, language), language));
    }

    /** A form's field written as part of another, or of a list that is not so long; what was typed is not repeated. */
    @ExceptionHandler
    Object notOfTheForm(InvalidPropertyException e, HttpServletRequest request, Locale language) {
        var fault = faults.ofField(e.getPropertyName(), language);
        return answer(request, answers.of(ProblemKind.NOT_VALID, List.of(fault), language));
    }

    /** An id that is no id names nothing. */
    @ExceptionHandler
    Object notConvertible(MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale language) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(request, ProblemKind.NOT_KNOWN, language);
        }
        var fault = faults.ofParameter(e.getName(), "typeMismatch", language);
        return answer(request, answers.of(ProblemKind.NOT_VALID, List.of(fault), language));
    }

    @ExceptionHandler
    Object missing(MissingServletRequestParameterException e, HttpServletRequest request, Locale language) {
        var fault = faults.ofParameter(e.getParameterName(), "NotNull", language);
        return answer(request, answers.of(ProblemKind.NOT_VALID, List.of(fault), language));
    }

    /** Whoever loads the answer to a form anew is led to the page the form stands on. */
    @ExceptionHandler
    Object notOfThisMethod(HttpRequestMethodNotSupportedException e, HttpServletRequest request, Locale language) {
        var looks = e.getMethod().equals(HttpMethod.GET.name()) && !ProblemAnswers.wantsJson(request);
        var page = looks ? pages.of(request.getRequestURI()) : Optional.<String>empty();
        return page.<Object>map(above -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(above))
                        .build())
                .orElseGet(() -> ofStatus(e, request, language));
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class,
        ServletRequestBindingException.class,
        ResponseStatusException.class
    })
    Object ofStatus(Exception e, HttpServletRequest request, Locale language) {
        var response = e instanceof ErrorResponse r ? r : null;
        var status = response == null ? HttpStatusCode.valueOf(400) : response.getStatusCode();
        var problem = answers.of(ProblemKind.ofStatus(status.value()), language);
        var headers = response == null ? HttpHeaders.EMPTY : response.getHeaders();
        return answers.answer(request, request.getRequestURI(), problem, headers);
    }

    private Object tryAgain(HttpServletRequest request, ProblemKind kind, Locale language) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answers.answer(request, request.getRequestURI(), answers.of(kind, language), headers);
    }

    private Object answer(HttpServletRequest request, ProblemKind kind, Locale language) {
        return answer(request, answers.of(kind, language));
    }

    private Object answer(HttpServletRequest request, ProblemDetail problem) {
        return answers.answer(request, request.getRequestURI(), problem);
    }
}
