package no.oppfolging.local.canaries;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A request that a running service takes, as its own mapping declares it.
 *
 * @param body what is sent as JSON
 * @param fields what is sent as a form, or asked for in the address
 */
record Mapping(ServiceName service, boolean posts, String path, Optional<Class<?>> body, List<Field> fields) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** A field of a form or an address; {@code of} is the record it belongs to, empty where there is none. */
    record Field(String of, String name, Type type) {}

    /** What all services take. */
    static List<Mapping> of(Backstage backstage) {
        var all = new ArrayList<Mapping>();
        for (var service : ServiceName.values()) {
            backstage
                    .parts(service)
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods()
                    .forEach((info, method) -> all.addAll(of(service, info, method)));
        }
        return all;
    }

    private static List<Mapping> of(ServiceName service, RequestMappingInfo info, HandlerMethod method) {
        var posts = info.getMethodsCondition().getMethods().contains(RequestMethod.POST);
        var body = Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .findFirst();
        return info.getPatternValues().stream()
                .map(path -> new Mapping(service, posts, path, body, fields(method)))
                .toList();
    }

    private static List<Field> fields(HandlerMethod method) {
        var fields = new ArrayList<Field>();
        for (var parameter : method.getMethodParameters()) {
            var type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(ModelAttribute.class)) {
                for (var component : type.getRecordComponents()) {
                    fields.add(new Field(type.getSimpleName(), component.getName(), component.getGenericType()));
                }
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                fields.add(new Field("", nameOf(parameter), parameter.getGenericParameterType()));
            }
        }
        return fields;
    }

    private static String nameOf(MethodParameter parameter) {
        return Optional.ofNullable(parameter.getParameterAnnotation(RequestParam.class))
                .map(RequestParam::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> parameter.getParameter().getName());
    }

    boolean isPage() {
        return !path.startsWith("/api/");
    }

    /** The names in the path that stand for something. */
    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    @Override
    public String toString() {
        return (posts ? "POST " : "GET ") + path;
    }
}
