package no.oppfolging.cases.read.history;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.eventlog.CaseHistory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.security.Sight;
import tools.jackson.databind.JsonNode;

/** One time-line of a case from all four services' logs: this one's own, and what the others answer. */
public final class CaseStory {
    /** What the two say to one another. */
    private static final Set<String> CONTACT = Arrays.stream(CaseContactEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName)
            .collect(Collectors.toUnmodifiableSet());

    private final CaseHistory own;
    private final CaseFamilies families;
    private final OtherServices others;

    public CaseStory(CaseHistory own, CaseFamilies families, OtherServices others) {
        this.own = own;
        this.families = families;
        this.others = others;
    }

    /** One thing that happened, as its service tells it. */
    public record Told(
            String service,
            long position,
            Instant recordedAt,
            String event,
            String role,
            String by,
            Map<String, JsonNode> details) {
        /** The event's lasting name without its producer, such as {@code CaseOpened}. */
        public String simpleName() {
            return event.substring(event.indexOf('.') + 1);
        }

        Told withoutDetails() {
            return new Told(service, position, recordedAt, event, role, by, Map.of());
        }

        /** When it was recorded, by Norwegian clocks. */
        public ZonedDateTime norwegianTime() {
            return recordedAt.atZone(LegalDay.NORWAY);
        }

        /** A plain value among the details, as text; empty when there is none. */
        public String detail(String name) {
            var value = details.get(name);
            return value == null || value.isNull() ? "" : value.asString("");
        }
    }

    /** What is known, in order of time, and which services did not answer. */
    public record Known(List<Told> told, List<String> missing) {}

    /** Another service's answer for its own log. */
    private record Answer(List<Told> told) {}

    /**
     * @param sight what the reader may see of this service's part; the others see to their own
     * @param sealedBefore until then the reader is told that the two were in touch, and nothing of how
     */
    public Known of(CaseId caseId, EmploymentId employment, Instant knownAt, Sight sight, Instant sealedBefore) {
        var answers = others.ask("/api/cases/" + caseId + "/history?knownAt=" + knownAt, Answer.class);
        var family = families.familyOf(caseId);
        var ownPart =
                own.of(family, employment.value(), event -> concerns(event, family), knownAt, sight::sees).stream()
                        .map(CaseStory::told)
                        .map(one -> CONTACT.contains(one.simpleName())
                                        && one.recordedAt().isBefore(sealedBefore)
                                ? one.withoutDetails()
                                : one);
        var othersPart = answers.given().stream().flatMap(answer -> answer.told().stream());
        var told = Stream.concat(ownPart, othersPart)
                .sorted(Comparator.comparing(Told::recordedAt)
                        .thenComparing(Told::service)
                        .thenComparingLong(Told::position))
                .toList();
        return new Known(told, answers.missing());
    }

    /** That a case became part of another, or stands by itself again, is told with the other one. */
    private static boolean concerns(DomainEvent event, List<CaseId> family) {
        return switch (event) {
            case CasesMerged merged -> family.contains(merged.absorbed());
            case CaseSplit split -> family.contains(split.created());
            default -> false;
        };
    }

    private static Told told(CaseHistory.Entry entry) {
        return new Told(
                entry.service(),
                entry.position(),
                entry.recordedAt(),
                entry.event(),
                entry.role(),
                entry.by(),
                entry.details());
    }
}
