package no.oppfolging.local.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.company.People;
import no.oppfolging.local.company.Person;
import no.oppfolging.platform.kernel.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page where one chooses who to be. */
@RestController
class PersonPicker {
    private final People people;
    private final HtmlPages pages;

    PersonPicker(People people, HtmlPages pages) {
        this.people = people;
        this.pages = pages;
    }

    /** Those who share a role. */
    record Group(Role role, List<Person> people) {}

    @GetMapping(path = "/sign-in", produces = "text/html; charset=utf-8")
    ResponseEntity<String> page(CsrfToken csrf, @RequestParam(required = false) String error) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", HtmlPages.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-store")
                .body(pages.render("sign-in", Map.of("groups", groups(), "csrf", csrf, "unknown", error != null)));
    }

    @GetMapping(path = "/style.css", produces = "text/css; charset=utf-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css; charset=utf-8"))
                .body(pages.style());
    }

    private List<Group> groups() {
        return Arrays.stream(Role.values())
                .map(role -> new Group(
                        role,
                        people.all().stream()
                                .filter(person -> person.role() == role)
                                .toList()))
                .filter(group -> !group.people().isEmpty())
                .toList();
    }
}
