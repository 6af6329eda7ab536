package no.oppfolging.cases;

import static no.oppfolging.cases.KarisTalk.hidden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import no.oppfolging.platform.testing.RunningService;
import no.oppfolging.platform.testing.Shows;
import no.oppfolging.platform.testing.TestIssuer.Someone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the employee can do, and what the workplace can offer. */
class PossibleWorkIT {
    private final RunningService service = RunningCases.SERVICE;
    private final KarisTalk talk = KarisTalk.inANewCase();
    private final Someone kari = talk.kari;
    private final Someone ola = talk.ola;
    private final Someone hanne = talk.hanne;
    private final String path = talk.path;
    private final String page = talk.page;

    @Nested
    class What_work_is_possible {
        @Test
        @Shows(
                value = {"C-04", "C-09"},
                at = "GET /cases/{caseId}/work/sheet")
        void is_said_by_both_and_put_on_one_sheet_without_what_cannot_be_done() {
            talk.change(kari, "/work/abilities", "{\"can\": \"Telefon og epost\", \"cannot\": \"Løfte kasser\"}");
            await().until(() -> service.get(ola, path + "/work").body().has("can"));
            talk.change(ola, "/work/possibilities", "{\"tasks\": \"Varetelling\", \"adaptations\": \"Kortere dager\"}");

            await().untilAsserted(() -> assertThat(
                            service.visitor(kari).open(page + "/work/sheet").text())
                    .contains("Dette er mulig på jobb", "Varetelling", "Kortere dager", "Telefon og epost")
                    .doesNotContain("Løfte kasser"));
            assertThat(service.get(ola, path + "/work").body().path("cannot").asString())
                    .isEqualTo("Løfte kasser");
            assertThat(service.visitor(kari).open(page + "/own").text()).contains("Telefon og epost", "Løfte kasser");
            assertThat(service.get(hanne, path + "/work").status()).isEqualTo(403);
            assertThat(service.get(hanne, path + "/history").body().toString())
                    .contains("case.WorkAbilityStated")
                    .doesNotContain("Løfte kasser");
        }

        @Test
        @Shows(value = "D-13", at = "POST /cases/{caseId}/work/abilities")
        void is_doubted_once_where_it_tells_of_illness_and_then_taken() {
            var employee = service.visitor(kari);
            var form = employee.open(page + "/work/abilities");
            var version = hidden(form.text(), "version");
            var doubted = employee.send(
                    form,
                    page + "/work/abilities",
                    Map.of("commandId", "1", "version", version, "can", "Lite", "cannot", "Har fått prolaps"));
            assertThat(doubted.text()).contains("Teksten ser ut til å si noe om helse", "Har fått prolaps");

            var taken = employee.send(
                    doubted,
                    page + "/work/abilities",
                    Map.of("commandId", "2", "version", version, "warned", "true", "can", "Lite", "cannot", "prolaps"));
            assertThat(taken.text()).contains("Det du skrev, er lagret.");
        }

        @Test
        void is_as_long_as_it_was_typed_and_loses_the_characters_nobody_sees() {
            var employee = service.visitor(kari);
            var form = employee.open(page + "/work/abilities");
            var longest = "a".repeat(999) + "\r\n" + "b".repeat(1000);

            var taken = employee.send(
                    form,
                    page + "/work/abilities",
                    Map.of(
                            "commandId",
                            "1",
                            "version",
                            hidden(form.text(), "version"),
                            "can",
                            longest,
                            "cannot",
                            "Løfte\u0002 kasser\u000b"));

            assertThat(taken.text()).contains("Det du skrev, er lagret.", "Løfte kasser<");
        }
    }
}
