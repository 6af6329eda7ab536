package no.oppfolging.local.issuer;

import java.util.List;
import java.util.Map;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.company.People;
import no.oppfolging.local.company.People.Group;
import no.oppfolging.local.company.Person;
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

    /** A person as the page shows them. */
    record Choice(String subject, String name, String about) {}

    /** Those who belong together, under a heading. */
    record Choices(Group.Kind kind, String unit, List<Choice> people) {}

    @GetMapping(path = "/sign-in", produces = "text/html; charset=utf-8")
    ResponseEntity<String> page(CsrfToken csrf, @RequestParam(required = false) String error) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", HtmlPages.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "no-store")
                .body(pages.render(
                        "sign-in",
                        Map.of(
                                "groups",
                                choices(false),
                                "units",
                                choices(true),
                                "csrf",
                                csrf,
                                "unknown",
                                error != null)));
    }

    @GetMapping(path = "/style.css", produces = "text/css; charset=utf-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css; charset=utf-8"))
                .body(pages.style());
    }

    private List<Choices> choices(boolean ofUnits) {
        return people.groups().stream()
                .filter(group -> (group.kind() == Group.Kind.UNIT) == ofUnits)
                .map(group -> new Choices(
                        group.kind(),
                        group.unit(),
                        group.people().stream().map(this::choice).toList()))
                .toList();
    }

    private Choice choice(Person person) {
        return new Choice(person.subject(), person.name(), pages.about(person));
    }
}
