package no.oppfolging.cases.read.history;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.casefile.KeptReads;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;

/** Who has read a case, by all four services' logs: this one's own, and what the others answer. */
public final class CaseReaders {
    private final KeptReads own;
    private final CaseFamilies families;
    private final OtherServices others;

    public CaseReaders(KeptReads own, CaseFamilies families, OtherServices others) {
        this.own = own;
        this.families = families;
        this.others = others;
    }

    /** One read, as its service tells it. */
    private record Read(String service, Instant at, String role, String by, String purpose) {
        private Look look() {
            return new Look(at, role, by, purpose, List.of(service));
        }
    }

    /** Another service's answer for its own log. */
    private record Answer(List<Read> reads) {}

    /**
     * Somebody's reading within an hour, in one role.
     *
     * @param by the reader's pseudonym, or a program's name
     * @param purpose what the role reads cases for
     * @param services whose part of the case was read
     */
    public record Look(Instant at, String role, String by, String purpose, List<String> services) {
        private List<Object> whoAndWhen() {
            return List.of(by, role, purpose, at.truncatedTo(ChronoUnit.HOURS));
        }

        private Look and(Look other) {
            return new Look(
                    at.isBefore(other.at) ? at : other.at,
                    role,
                    by,
                    purpose,
                    Stream.concat(services.stream(), other.services.stream())
                            .distinct()
                            .toList());
        }

        /** When it began, by Norwegian clocks. */
        public ZonedDateTime norwegianTime() {
            return at.atZone(LegalDay.NORWAY);
        }
    }

    /** What is known, the latest first, and which services did not answer. */
    public record Known(List<Look> reads, List<String> missing) {}

    public Known of(CaseId caseId) {
        var answers = others.ask("/api/cases/" + caseId + "/reads", Answer.class);
        var ownPart = own.of(families.familyOf(caseId)).stream()
                .map(read -> new Read(
                        read.service(),
                        read.at(),
                        read.role().name(),
                        read.by(),
                        read.purpose().name()));
        var othersPart = answers.given().stream().flatMap(answer -> answer.reads().stream());
        var looks = Stream.concat(ownPart, othersPart)
                .map(Read::look)
                .collect(Collectors.toMap(Look::whoAndWhen, look -> look, Look::and, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Look::at).reversed())
                .toList();
        return new Known(looks, answers.missing());
    }
}
