package no.oppfolging.platform.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import no.oppfolging.platform.eventlog.Answer;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.OutcomeUnknown;
import no.oppfolging.platform.eventlog.StaleVersion;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.kernel.Actor.Relation.Kind;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.Reads;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.OutwardTokens;
import no.oppfolging.platform.security.People;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.SignedIn;
import no.oppfolging.platform.security.Standing;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.testing.Database;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A service with one case, one command and one page that shows every part of the design: what the doors are tried on.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@Import({PlatformWeb.class, Showroom.Cases.class, Showroom.Pages.class})
class Showroom {
    static final OrganisationNumber OURS = new OrganisationNumber("974760673");
    static final OrganisationNumber ANOTHERS = new OrganisationNumber("889640782");
    static final PersonId KARI = PersonId.of("00000000-0000-4000-8000-0000000000a1");
    static final PersonId OLA = PersonId.of("00000000-0000-4000-8000-0000000000a2");
    static final PersonId HANNE = PersonId.of("00000000-0000-4000-8000-0000000000a3");
    static final CaseId KARIS_CASE = CaseId.of("00000000-0000-4000-8000-0000000000c1");
    static final CaseId FOREIGN_CASE = CaseId.of("00000000-0000-4000-8000-0000000000c2");

    record NoteContact(CaseId target, String text) implements DomainCommand {}

    record CloseCase(CaseId target) implements DomainCommand {}

    static final class ContactRefused extends Refusal {
        ContactRefused(String rule, Map<String, String> arguments) {
            super(rule, arguments);
        }
    }

    @Bean
    ThisService thisService() {
        return new ThisService("case-service", "/cases", "showroom");
    }

    @Bean
    DataSource dataSource(Database database) {
        Flyway.configure()
                .dataSource(database.asOwner())
                .locations("classpath:db/platform")
                .placeholders(Map.of("app", database.appUsername()))
                .load()
                .migrate();
        return database.poolAsApp();
    }

    @Bean
    Authority authority() {
        return Authority.table(
                Authority.open("GET /cases/open", "GET /cases/open/relayed"),
                Authority.visiting("GET /api/cases/{caseId}", "GET /cases/{caseId}/unasked")
                        .may(Role.EMPLOYEE, Kind.SELF)
                        .may(Role.MANAGER, Kind.LINE_MANAGER)
                        .may(Role.SUBSTITUTE, Kind.SUBSTITUTE)
                        .may(Role.HR, Kind.HR_OF_ORGANISATION, "deadline")
                        .may(Role.SYSTEM, "deadline")
                        .never(Role.OPERATOR)
                        .nothingYetForOthers(),
                PurposePage.authority("/cases"),
                Authority.visiting("GET /cases")
                        .may(Role.EMPLOYEE)
                        .may(Role.MANAGER)
                        .may(Role.HR)
                        .may(Role.OPERATOR)
                        .nothingYetForOthers(),
                Authority.commanding(
                                NoteContact.class, "POST /api/cases/{caseId}/contacts", "POST /cases/{caseId}/contacts")
                        .may(Role.MANAGER, Kind.LINE_MANAGER)
                        .neverForOthers(),
                Authority.commanding(CloseCase.class).itself().neverForOthers());
    }

    @Bean
    People people() {
        return (issuer, subject) -> switch (subject) {
            case "kari" -> Optional.of(signedIn(KARI, "Kari Nordmann", Set.of(Role.EMPLOYEE)));
            case "ola" -> Optional.of(signedIn(OLA, "Ola Hansen", Set.of(Role.EMPLOYEE, Role.MANAGER)));
            case "hanne" -> Optional.of(signedIn(HANNE, "Hanne Berg", Set.of(Role.EMPLOYEE)));
            default -> Optional.empty();
        };
    }

    private static SignedIn signedIn(PersonId id, String name, Set<Role> roles) {
        return new SignedIn(id, new PersonalText(id, name), Locale.of("nb"), Set.of(OURS), roles);
    }

    @Bean
    Relations relations() {
        return new Relations() {
            @Override
            public Optional<Standing> standing(PersonId person, Identifier target, Instant at) {
                return organisationOf(target).map(organisation -> new Standing(organisation, 17, ties(person, target)));
            }

            private List<Standing.Tie> ties(PersonId person, Identifier target) {
                if (!target.equals(KARIS_CASE)) {
                    return List.of();
                }
                if (person.equals(KARI)) {
                    return List.of(Standing.Tie.self());
                }
                return person.equals(OLA) ? List.of(Standing.Tie.lineManager()) : List.of();
            }

            @Override
            public Optional<OrganisationNumber> organisationOf(Identifier target) {
                if (target.equals(KARIS_CASE)) {
                    return Optional.of(OURS);
                }
                return target.equals(FOREIGN_CASE) ? Optional.of(ANOTHERS) : Optional.empty();
            }
        };
    }

    @Bean
    Reads reads() {
        return (reader, purpose, caseId) -> {};
    }

    @Bean
    ViewPositions viewPositions() {
        return view -> 1;
    }

    @Bean
    Clock clock() {
        return Clock.fixed(
                Instant.parse("2026-02-16T09:00:00Z"), Clock.systemUTC().getZone());
    }

    @Bean
    Navigation navigation() {
        return caller -> List.of(
                new Navigation.Item("showroom.cases", "/cases"), new Navigation.Item("showroom.plans", "/plans"));
    }

    @Bean
    Contacts contacts() {
        return new Contacts();
    }

    /** Takes the commands, and plays what the log could answer. */
    static final class Contacts {
        private final Map<UUID, CommandOrigin> taken = new ConcurrentHashMap<>();

        CommandOrigin taken(UUID id) {
            return Optional.ofNullable(taken.get(id)).orElseThrow();
        }

        Set<UUID> ids() {
            return Set.copyOf(taken.keySet());
        }

        Answer take(NoteContact command, CommandOrigin origin) {
            switch (command.text()) {
                case "refused" -> throw new ContactRefused("contact-noted-too-late", Map.of("day", "16. februar 2026"));
                case "lost" -> throw new OutcomeUnknown(new IllegalStateException("connection lost"));
                case "broken" -> throw new IllegalStateException("a defect");
                default -> {}
            }
            if (origin.expectedVersion().filter(seen -> seen != 3).isPresent()) {
                throw new StaleVersion(
                        command.target().value(), origin.expectedVersion().orElseThrow());
            }
            taken.put(origin.id().value(), origin);
            return new Answer(command.target().value(), 4, 1);
        }
    }

    record Contact(@NotBlank @Size(max = 2000) String text, List<@Valid With> with) {
        record With(@NotBlank String name) {}
    }

    /** What a form sends. */
    record ContactForm(@NotBlank @Size(max = 2000) String text) {}

    @Controller
    static class Cases {
        private final Contacts contacts;

        Cases(Contacts contacts) {
            this.contacts = contacts;
        }

        @GetMapping("/api/cases/{caseId}")
        @ResponseBody
        ResponseEntity<Map<String, Object>> one(@PathVariable CaseId caseId, Visit visit) {
            var sight = visit.to(caseId);
            var shown = sight.sees("contacts")
                    ? Map.<String, Object>of("caseId", caseId, "deadline", "2026-03-16", "contacts", List.of())
                    : Map.<String, Object>of("caseId", caseId, "deadline", "2026-03-16");
            return Versions.shown(3, shown);
        }

        @PostMapping("/api/cases/{caseId}/contacts")
        @ResponseBody
        ResponseEntity<Versions.Accepted> note(
                @PathVariable CaseId caseId, @Valid @RequestBody Contact contact, Visit visit) {
            var command = new NoteContact(caseId, contact.text());
            return Versions.accepted(contacts.take(command, visit.toChange(command)));
        }
    }

    @Controller
    static class Pages {
        private final Contacts contacts;

        private final OutwardTokens tokens;

        Pages(Contacts contacts, OutwardTokens tokens) {
            this.contacts = contacts;
            this.tokens = tokens;
        }

        @GetMapping("/cases")
        String all(Visit visit, Model model) {
            model.addAttribute("role", visit.here().actor().role());
            model.addAttribute("form", new ContactForm(""));
            return "showroom/page";
        }

        @GetMapping("/cases/open/relayed")
        @ResponseBody
        String relayed() {
            return tokens.ofReader().orElse("none");
        }

        @GetMapping("/cases/open")
        @ResponseBody
        String open() {
            return "open to all";
        }

        @GetMapping("/cases/{caseId}/unasked")
        @ResponseBody
        String unasked(@PathVariable CaseId caseId) {
            return "told without asking: " + caseId;
        }

        @PostMapping("/cases/{caseId}/contacts")
        String note(
                @PathVariable CaseId caseId,
                @Valid @ModelAttribute("form") ContactForm form,
                BindingResult result,
                Visit visit,
                RedirectAttributes redirect) {
            var command = new NoteContact(caseId, form.text());
            var origin = visit.toChange(command);
            if (result.hasErrors()) {
                return "showroom/page";
            }
            contacts.take(command, origin);
            Flash.done("showroom.noted").shownBy(redirect);
            return "redirect:/cases";
        }
    }
}
