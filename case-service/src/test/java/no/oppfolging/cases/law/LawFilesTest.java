package no.oppfolging.cases.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.Deadlines;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.domain.OwnDates.OwnDate;
import no.oppfolging.cases.domain.RuleSet;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.law.CountingSettings.Own;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LawFilesTest {
    static final String PLAN_IN_3_WEEKS = """
            {"validFrom": "2027-01-01", "source": "made up", "duties": [
              {"stage": "PLAN", "owner": "EMPLOYER", "weeks": 3, "binds": "WHOLLY_AWAY", "legalBasis": "aml § 4-6 (3)"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void are_one_for_each_rule_set_there_has_been() {
        assertThat(LawFiles.read().inOrder())
                .extracting(RuleSet::id)
                .containsExactly("2003-01-01", "2007-03-01", "2011-07-01", "2014-07-01", "2021-06-01");
    }

    @Test
    void of_a_new_law_are_only_put_into_the_folder() throws IOException {
        Files.writeString(folder.resolve("2027-01-01.json"), PLAN_IN_3_WEEKS);

        var law = LawFiles.read(Optional.of(folder));

        assertThat(law.inOrder()).hasSize(6);
        assertThat(Deadlines.of(Stage.PLAN, LocalDate.parse("2027-03-01"), law))
                .hasValueSatisfying(deadline -> assertThat(deadline.due()).isEqualTo("2027-03-21"));
        assertThat(Deadlines.of(Stage.DM1, LocalDate.parse("2027-03-01"), law)).isEmpty();
    }

    @Test
    void say_of_each_duty_where_it_was_read() {
        var now = LawFiles.read().inOrder().getLast();

        assertThat(now.duty(Stage.PLAN))
                .hasValueSatisfying(plan ->
                        assertThat(plan.source()).isEqualTo("Prop. 102 L (2013–2014), Lovvedtak 79 (2013–2014)"));
        assertThat(now.duty(Stage.ACTIVITY))
                .hasValueSatisfying(activity -> assertThat(activity.source()).startsWith("nav.no om ftrl § 8-8"));
    }

    @Nested
    class That_are_wrong {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        weeks": 3      | weeks": 0       | weeks of the duty PLAN is not a whole number from 1 to 520
                        weeks": 3      | weeks": "three" | weeks of the duty PLAN is not a whole number from 1 to 520
                        weeks": 3      | days": 3        | the duty PLAN has a field that means nothing: days
                        "weeks": 3,    | ''              | the duty PLAN needs exactly one of weeks, months, weeksBeforeNavsMeeting, onDemand
                        EMPLOYER       | LANDLORD        | owner of the duty PLAN is none of EMPLOYER, EMPLOYEE, NAV
                        PLAN           | PLANS           | stage of a duty is none of PLAN, PLAN_TO_DOCTOR, DM1, REPORT_TO_NAV, PLAN_TO_NAV, ACTIVITY, DM2, DM3
                        aml § 4-6 (3)  | the law         | the duty PLAN cites no paragraph such as aml § 4-6 (3)
                        made up        | ''              | source of it is missing
                        2027-01-01     | 2027-01-02      | its name is not 2027-01-02.json, by the day it is valid from
                        2027-01-01     | 2027-13-01      | validFrom is not a date such as 2014-07-01
                        "duties"       | "duty"          | it has a field that means nothing: duty
                        ]}             | ]               | it is not JSON
                        """)
        void are_told_in_one_sentence(String right, String wrong, String sentence) {
            assertThatThrownBy(() -> WrittenRuleSet.parse("2027-01-01.json", PLAN_IN_3_WEEKS.replace(right, wrong)))
                    .isInstanceOf(WrongLaw.class)
                    .hasMessage("The rule set 2027-01-01.json is wrong: " + sentence + ".");
        }

        @Test
        void are_told_when_the_folder_cannot_be_read() {
            var nowhere = folder.resolve("nowhere");

            assertThatThrownBy(() -> LawFiles.read(Optional.of(nowhere)))
                    .isInstanceOf(WrongLaw.class)
                    .hasMessage("The folder of rule sets " + nowhere + " cannot be read.");
        }
    }

    @Nested
    class The_employers_own_dates {
        @Test
        void are_counted_as_strictly_as_the_laws() {
            var own = new CountingSettings(null, List.of(new Own("Første kontakt", 3), new Own("Første samtale", 14)));

            assertThat(own.own())
                    .isEqualTo(
                            new OwnDates(List.of(new OwnDate("Første kontakt", 3), new OwnDate("Første samtale", 14))));
            assertThat(own.own().all().getFirst().due(LocalDate.parse("2026-03-02")))
                    .isEqualTo("2026-03-04");
        }

        @Test
        void are_refused_when_they_are_not_sensible() {
            refused("One of the employer's own dates has no name of 1 to 60 letters.", new Own(" ", 3));
            refused("The employer's own date Kontakt is not within 1 to 365 days.", new Own("Kontakt", 0));
            refused(
                    "Two of the employer's own dates are called Kontakt.",
                    new Own("Kontakt", 3),
                    new Own("Kontakt", 4));
        }

        static void refused(String sentence, Own... own) {
            assertThatThrownBy(() -> new CountingSettings(null, List.of(own)).own())
                    .isInstanceOf(WrongLaw.class)
                    .hasMessage(sentence);
        }
    }
}
