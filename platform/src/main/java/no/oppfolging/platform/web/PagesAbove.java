package no.oppfolging.platform.web;

import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the page a form belongs to: the nearest above the address it is sent to that can be looked at. A browser that
 * loads the answer to a refused form anew asks for that address as if it were a page.
 */
final class PagesAbove {
    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    PagesAbove(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    Optional<String> of(String path) {
        for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var above = path.substring(0, end);
            if (canBeLookedAt(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private boolean canBeLookedAt(String path) {
        var asked = PathContainer.parsePath(path);
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(one -> one.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(Objects::nonNull)
                .map(PathPatternsRequestCondition::getPatterns)
                .anyMatch(patterns -> patterns.stream().anyMatch(pattern -> pattern.matches(asked)));
    }
}
