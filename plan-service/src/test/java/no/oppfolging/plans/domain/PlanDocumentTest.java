package no.oppfolging.plans.domain;

import static no.oppfolging.plans.domain.CasePlanExample.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Test;

class PlanDocumentTest {
    final PlanDocument document = new PlanDocument(CASE, PLAN, 1, CONTENT, SALT);

    @Test
    void is_one_text_with_every_section_that_says_something() {
        assertThat(document.canonicalJson()).isEqualTo("""
                {"caseId":"00000000-0000-0000-0000-0000000000c1",\
                "content":{\
                "canDo":"Skriftlige henvendelser",\
                "cannotDo":"Telefonvakt",\
                "employeeContributed":true,\
                "evaluationDate":"2026-05-04",\
                "followUp":"Samtale annenhver mandag",\
                "goals":"Tilbake i egen stilling til sommeren",\
                "measures":"Halve dager",\
                "successCriteria":"Halv stilling i mai",\
                "workTasks":"Kundesenter, vakter til 20"},\
                "planId":"00000000-0000-0000-0000-0000000000d1",\
                "salt":"kJ8vQ2xNf0yYt3mWb7RzLA",\
                "version":1}""");
    }

    @Test
    void has_the_digest_that_anybody_can_compute() {
        // printf '%s' '<the text above>' | sha256sum
        assertThat(document.digest())
                .isEqualTo(new PlanDigest("fcf74fa7b54d0a362da3d1d0d4757d2473bcb133e6506158277adb3254f43548"));
    }

    @Test
    void says_of_each_measure_in_which_way_whose_it_is_and_by_when() {
        assertThat(new PlanDocument(CASE, PLAN, 1, with(SWAP_SHIFTS), SALT).canonicalJson())
                .contains("""
                "measures":"Halve dager",\
                "plannedMeasures":[{"category":"SWAP",\
                "dueOn":"2026-04-13",\
                "id":"00000000-0000-0000-0000-000000000011",\
                "responsible":"MANAGER",\
                "what":"Bytte kveldsvakter med Siri"}],\
                "successCriteria":""");
    }

    @Test
    void has_another_digest_when_anything_is_another() {
        assertThat(document.digest())
                .isNotEqualTo(new PlanDocument(CASE, PLAN, 1, CHANGED_CONTENT, SALT).digest())
                .isNotEqualTo(new PlanDocument(CASE, PLAN, 2, CONTENT, SALT).digest())
                .isNotEqualTo(new PlanDocument(CASE, PLAN, 1, CONTENT, OTHER_SALT).digest())
                .isNotEqualTo(new PlanDocument(CASE, ANOTHER_PLAN, 1, CONTENT, SALT).digest())
                .isNotEqualTo(new PlanDocument(CASE, PLAN, 1, content("Halve dager", LocalDate.of(2026, 5, 5)), SALT)
                        .digest());
    }

    @Test
    void has_no_digest_without_its_salt() {
        var erased = PersonalText.erased(KARI);
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanDocument(CASE, PLAN, 1, CONTENT, erased));
    }

    @Test
    void prints_nothing_of_what_it_says() {
        assertThat(document.toString()).doesNotContain("Halve", "Telefonvakt", SALT.text());
    }
}
