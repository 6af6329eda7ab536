package no.oppfolging.notifications;

import java.util.Map;
import java.util.UUID;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.notifications.read.notices.NoticesOfCases;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.KarisPeople;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Scene;
import no.oppfolging.platform.testing.ServiceName;
import org.awaitility.Awaitility;

/** A new Kari with a case of her own and a notice in it: Ola is to be told of a meeting. */
record KarisNotice(UUID caseId, UUID meetingId, KarisPeople people) {
    static KarisNotice waiting(RunningService service) {
        var known = new KarisNotice(UUID.randomUUID(), UUID.randomUUID(), KarisPeople.told(service.neighbours()));
        service.neighbours().caseOpened(known.caseId(), known.people().kari(), 1);
        known.tells(service, "MeetingSummoned", 1);
        known.await(service, State.WAITING);
        return known;
    }

    /** The meeting is cancelled, so that nothing is left to be sent. */
    static KarisNotice calledOff(RunningService service) {
        var known = waiting(service);
        known.callOff(service);
        return known;
    }

    void callOff(RunningService service) {
        tells(service, "MeetingCancelled", 2);
        await(service, State.CANCELLED);
    }

    private void tells(RunningService service, String name, long position) {
        service.neighbours()
                .tells(
                        ServiceName.MEETINGS,
                        name,
                        caseId,
                        position,
                        position - 1,
                        Map.of("meetingId", meetingId.toString(), "kind", "DM1"));
    }

    /** Nothing is asked over HTTP, for then it would have been read. */
    private void await(RunningService service, State state) {
        Awaitility.await()
                .until(() -> service.bean(NoticesOfCases.class).noticesOf(new CaseId(caseId)).stream()
                        .anyMatch(notice -> notice.state() == state));
    }

    Scene scene() {
        return people.scene("/notices", Map.of("caseId", caseId.toString(), "reason", "SENT_BY_MISTAKE"));
    }
}
