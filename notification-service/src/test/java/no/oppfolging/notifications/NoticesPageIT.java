package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.casefile.KeptReads;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.testing.Browser;
import no.oppfolging.platform.testing.Browser.Look;
import no.oppfolging.platform.testing.Employed;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticesPageIT {
    private static final Path PICTURES = Path.of("target", "pictures");

    private final RunningNotifications running = RunningNotifications.RUNNING;
    private final RunningService service = running.service;
    private final UUID caseId = UUID.randomUUID();
    private final UUID meetingId = UUID.randomUUID();
    private final Employed ola = Employed.named("Ola Bråthen", "ola-" + caseId);
    private final Employed kari = Employed.named("Kari Nordmann", "kari-" + caseId);
    private final Someone operator = new Someone("drift", List.of("OPERATOR"), List.of(RunningService.ORGANISATION));

    @BeforeEach
    void ola_has_been_told_of_a_meeting_and_then_it_was_moved() {
        running.isOpen();
        running.hrTells(ola, "nb", kari);
        running.hrTells(kari, "nb", ola);
        service.neighbours().caseOpened(caseId, kari, 1);
        running.meetingIs(
                caseId,
                meetingId,
                "SUMMONED",
                "Fjorden",
                service.clock().instant().plus(Duration.ofDays(9)));
        await().untilAsserted(() -> assertThat(service.get(ola.someone(), "/api/cases/" + caseId + "/notices")
                        .status())
                .isEqualTo(200));
        tells("MeetingSummoned", 1, 0);
        running.newsIsHeard();
        running.awaitMailsTo(ola, 1);
        running.isNight();
        tells("MeetingMoved", 2, 1);
        running.awaitNotices(caseId, ola.someone(), "WAITING", "SENT");
    }

    @ParameterizedTest
    @MethodSource("no.oppfolging.platform.testing.Browser#looks")
    void shows_a_leader_what_has_been_sent_and_what_waits(Look look) {
        try (var browser = signedIn(Browser.open(look), ola.someone(), "/notices")) {
            assertThat(browser.page().locator("h1").textContent()).isEqualTo("Varsler");
            assertThat(browser.page().locator("h3").allTextContents()).containsExactly("Kari Nordmann");
            assertThat(browser.page().locator("main .ds-tag").allTextContents()).containsExactly("Venter", "Sendt");
            readable(browser, "notices-" + look.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void shows_the_employee_what_was_sent_about_their_case_also_without_scripts() {
        try (var browser = signedIn(Browser.withoutScripts(Look.PHONE), kari.someone(), "/notices/cases/" + caseId)) {
            assertThat(browser.page().locator("h1").textContent()).isEqualTo("Varsler i saken");
            assertThat(browser.page().locator("main .ds-tag").allTextContents()).containsExactly("Venter", "Sendt");
        }
    }

    @Test
    @Shows(
            value = {"D-05", "D-16"},
            at = "GET /notices")
    void keeps_who_was_shown_the_notices_of_a_case_in_a_list() {
        running.passes(Duration.ofHours(1));
        var before = whoHasRead();
        assertThat(service.visitor(ola.someone()).open("/notices").text()).contains("Kari Nordmann");
        assertThat(service.visitor(kari.someone()).open("/notices").text()).contains("Kari Nordmann");

        assertThat(whoHasRead()).hasSize(before.size() + 2).startsWith("EMPLOYEE OWN_CASE", "MANAGER FOLLOW_UP");
    }

    private List<String> whoHasRead() {
        return service.bean(KeptReads.class).of(List.of(new CaseId(caseId))).stream()
                .map(read -> read.role() + " " + read.purpose())
                .toList();
    }

    @Test
    void shows_who_keeps_it_running_how_many_and_nobodys_name() {
        try (var browser = signedIn(Browser.open(Look.LIGHT), operator, "/notices")) {
            assertThat(browser.page().locator("main").textContent())
                    .contains("Alle varsler i virksomheten")
                    .contains("Kan ikke leveres")
                    .doesNotContain("Kari")
                    .doesNotContain(caseId.toString());
            readable(browser, "notices-operator");
        }
    }

    private static void readable(Browser browser, String name) {
        browser.mustBeAccessible();
        browser.mustNotScrollSideways();
        browser.photograph(PICTURES.resolve(name + ".png"));
        assertThat(browser.complaints()).isEmpty();
    }

    private Browser signedIn(Browser browser, Someone someone, String path) {
        service.issuer().nextIs(someone);
        browser.page().navigate(service.address() + path);
        return browser;
    }

    private void tells(String name, long position, long previous) {
        service.neighbours()
                .tells(
                        ServiceName.MEETINGS,
                        name,
                        caseId,
                        position,
                        previous,
                        Map.of("meetingId", meetingId.toString(), "kind", "DM1"));
    }
}
