package no.oppfolging.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteDialogueMeetingHeld;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.domain.figures.QuarterFigures;
import no.oppfolging.cases.domain.figures.QuarterPublication.PublishQuarter;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.ReplayRules;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A service that has lived: 200,000 events, of absences that are told, corrected, joined, parted and withdrawn. */
@EnabledIfSystemProperty(named = "oppfolging.numbers", matches = "full")
class RebuiltAtScaleIT {
    private static final int EVENTS = 200_000;
    private static final int AT_ONCE = 64;
    private static final OrganisationNumber ORGANISATION = new OrganisationNumber(RunningService.ORGANISATION);

    private final RunningService service = RunningService.start(
            ServiceName.CASES,
            CasesApplication.class,
            Map.of(
                    "oppfolging.services.meetings.url", "http://localhost:" + FreePort.find(),
                    "oppfolging.services.plans.url", "http://localhost:" + FreePort.find(),
                    "oppfolging.services.notifications.url", "http://localhost:" + FreePort.find()));
    private final LocalDate today = LegalDay.of(service.clock().instant());

    @TestFactory
    Stream<DynamicTest> every_view_built_anew_from_200_000_events_is_the_one_that_grew() {
        var log = service.bean(EventLog.class);
        twoAgree();
        send(new PublishQuarter(ORGANISATION, new QuarterFigures("2024-K4", List.of(), List.of())));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, AT_ONCE)
                    .forEach(_ -> people.execute(() -> {
                        while (log.head() < EVENTS) {
                            live();
                        }
                    }));
        }
        return ReplayRules.viewsBuiltAnewAreTheSame(service, Set.of("occasion_sealed"));
    }

    @AfterEach
    void tells_how_fast_each_was_built() {
        service.bean(Rebuilds.class)
                .all()
                .forEach(built ->
                        System.out.printf("Rebuilt %s: %,d events/s%n", built.view(), built.eventsPerSecond()));
    }

    /** On a case without any absence. */
    private void twoAgree() {
        var kari = KarisCase.opened(service).kari();
        var path = "/api/employments/" + kari.employment() + "/follow-ups";
        var opened = service.post(kari.someone(), path, Optional.empty(), "{\"occasion\": \"HAS_BEEN_ON_SICK_LEAVE\"}");
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    }

    /** Two absences, far apart at first; the first one grows until they are one case, and shrinks again. */
    private void live() {
        var employment = new EmploymentId(UUID.randomUUID());
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        send(new NoteEmployment(employment, 1, new PersonId(UUID.randomUUID())));
        send(away(employment, first, 1, today.minusDays(2), today.plusDays(5)));
        send(away(employment, second, 1, today.plusDays(40), today.plusDays(80)));
        var caseId = caseOf(employment);
        send(new NoteDialogueMeetingHeld(employment, caseId, UUID.randomUUID(), today));
        send(new HandOver(
                caseId, UUID.randomUUID(), new PersonId(UUID.randomUUID()), new PersonId(UUID.randomUUID()), today));
        send(away(employment, first, 2, today.minusDays(2), today.plusDays(30)));
        send(away(employment, first, 3, today.minusDays(1), today.plusDays(6)));
        send(new WithdrawAbsence(employment, second, 2));
    }

    private RegisterAbsence away(EmploymentId employment, UUID absence, long revision, LocalDate from, LocalDate to) {
        return new RegisterAbsence(
                employment,
                absence,
                revision,
                AbsenceKind.SICK_NOTE,
                from,
                to,
                null,
                service.clock().instant());
    }

    private CaseId caseOf(EmploymentId employment) {
        return service.bean(EventLog.class).ofStream(employment.value()).stream()
                .flatMap(recorded ->
                        recorded.event() instanceof CaseOpened opened ? Stream.of(opened.caseId()) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private void send(DomainCommand command) {
        var id = UUID.randomUUID();
        service.bean(Commands.class)
                .send(
                        command,
                        new CommandOrigin(
                                new CommandId(id),
                                ORGANISATION,
                                new Actor.Automatic("cases.when-hr-tells-follow-up"),
                                Optional.empty(),
                                Optional.empty(),
                                id));
    }
}
