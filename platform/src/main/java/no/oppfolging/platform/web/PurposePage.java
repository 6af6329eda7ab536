package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Authority.Row;
import no.oppfolging.platform.security.ThisService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an auditor states what cases are read for; the frame of every page has the form. */
@Controller
public final class PurposePage implements UnderServicePath {
    private static final Pattern OURS = Pattern.compile("(?<page>/[a-zA-Z0-9/-]*)(?:\\?[a-zA-Z0-9=&:.%+_-]*)?");

    private final ThisService service;

    public PurposePage(ThisService service) {
        this.service = service;
    }

    /** @param path the service's, such as {@code /cases} */
    public static Row authority(String path) {
        return Authority.visiting("POST " + path + "/read-purpose")
                .may(Role.AUDITOR)
                .neverForOthers();
    }

    /** @param back the page to go back to; where it is none of this service's, the browser stays where it is */
    @PostMapping("/read-purpose")
    Object state(
            @RequestParam Optional<ReadPurpose> purpose,
            @RequestParam(defaultValue = "") String back,
            Visit visit,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        visit.here();
        purpose.filter(ReadPurpose.STATED::contains)
                .flatMap(stated -> Visits.personBehind(request)
                        .map(person -> StatedPurpose.cookie(stated, person, request.isSecure())))
                .ifPresentOrElse(
                        cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()),
                        () -> Flash.warning("purpose.missing").shownBy(redirect));
        return isOurs(back) ? "redirect:" + back : ResponseEntity.noContent().build();
    }

    private boolean isOurs(String path) {
        var page = OURS.matcher(path);
        return page.matches() && (page.group("page") + "/").startsWith(service.path() + "/");
    }
}
