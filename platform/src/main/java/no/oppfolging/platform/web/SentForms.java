package no.oppfolging.platform.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** Hands a controller method the {@link SentForm} of what was typed, which it takes just before. */
final class SentForms implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SentForm.class;
    }

    @Override
    public SentForm resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var model = Objects.requireNonNull(container).getModel();
        var next = new RedirectAttributesModelMap();
        container.setRedirectModel(next);
        return new SentForm(faults(model), (Model) model, LocaleContextHolder.getLocale(), next);
    }

    private static BindingResult faults(ModelMap model) {
        return model.values().stream()
                .filter(BindingResult.class::isInstance)
                .map(BindingResult.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException("A sent form comes right after what was typed"));
    }
}
