package no.oppfolging.platform.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import tools.jackson.core.JacksonException;

/** Says where a request is wrong and by which rule, and never repeats what was written there. */
final class Faults {
    private final Sentences sentences;

    Faults(Sentences sentences) {
        this.sentences = sentences;
    }

    List<Fault> of(Errors errors, Locale language) {
        return errors.getAllErrors().stream().map(error -> of(error, language)).toList();
    }

    List<Fault> of(HandlerMethodValidationException e, Locale language) {
        var faults = new ArrayList<Fault>();
        for (var result : e.getParameterValidationResults()) {
            var name = String.valueOf(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                faults.add(
                        error instanceof FieldError field
                                ? of(field, language)
                                : fault("/" + name, code(error), Map.of(), language));
            }
        }
        return faults;
    }

    Fault ofParameter(String name, String code, Locale language) {
        return fault("/" + name, code, Map.of(), language);
    }

    Fault ofField(String field, Locale language) {
        return fault(pointer(field), "typeMismatch", Map.of(), language);
    }

    /** Where reading stopped: the place in the document when its form is right, else line and column. */
    List<Fault> of(HttpMessageNotReadableException e, Locale language) {
        if (!(e.getCause() instanceof JacksonException cause)) {
            return List.of(fault("", "missing-body", Map.of(), language));
        }
        var path = cause.getPath();
        if (!path.isEmpty()) {
            var pointer = new StringBuilder();
            for (var reference : path) {
                var name = reference.getPropertyName();
                pointer.append('/').append(name == null ? String.valueOf(reference.getIndex()) : escaped(name));
            }
            return List.of(fault(pointer.toString(), "typeMismatch", Map.of(), language));
        }
        var at = cause.getLocation();
        if (at == null) {
            return List.of(new Fault("", sentences.of("fault.not-json-anywhere", language), "not-json"));
        }
        var position = Map.of("line", String.valueOf(at.getLineNr()), "column", String.valueOf(at.getColumnNr()));
        return List.of(fault("", "not-json", position, language));
    }

    private Fault of(ObjectError error, Locale language) {
        var pointer = error instanceof FieldError field ? pointer(field.getField()) : "";
        var code = error instanceof FieldError field && field.isBindingFailure() ? "typeMismatch" : code(error);
        return fault(pointer, code, attributes(error), language);
    }

    private Fault fault(String pointer, String code, Map<String, String> arguments, Locale language) {
        var message = sentences
                .first(List.of(code, "fault." + code, "fault.other"), arguments, language)
                .orElse(code);
        return new Fault(pointer, message, slug(code));
    }

    /** The last of a resolvable's codes is the constraint alone, such as {@code NotBlank}. */
    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "other" : codes[codes.length - 1];
    }

    /** A constraint's own numbers, in the order of their names: for {@code Size} that is max, then min. */
    private static Map<String, String> attributes(ObjectError error) {
        var arguments = error.getArguments();
        var attributes = new LinkedHashMap<String, String>();
        if (arguments != null) {
            for (var i = 1; i < arguments.length; i++) {
                if (arguments[i] instanceof Number number) {
                    attributes.put(String.valueOf(i), number.toString());
                }
            }
        }
        return attributes;
    }

    /** {@code participants[0].role} is {@code /participants/0/role}. */
    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '.').replace('.', '/');
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String slug(String code) {
        return code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
