package no.oppfolging.cases.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.pages.CaseRegister.Direction;
import no.oppfolging.cases.pages.CaseRegister.Entry;
import no.oppfolging.cases.pages.CaseRegister.Order;
import no.oppfolging.cases.pages.CaseRegister.Search;
import no.oppfolging.cases.pages.CaseRegister.Sorting;
import no.oppfolging.cases.pages.CaseRegister.Standing;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaseRegisterTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-25");

    private final Entry kari = entry("Kari Nordli", "Lager", Standing.OPEN, "2026-05-01");
    private final Entry siri = entry("Siri Lunde", "Verksted", Standing.MISSED, "2026-04-01");
    private final Entry aase = entry("Åse Berg", "Lager", Standing.CLOSED, "2026-03-01");

    @Test
    void finds_by_any_part_of_name_and_unit_in_any_case() {
        assertThat(names("lAGer nord", Optional.empty(), Order.DUE)).containsExactly("Kari Nordli");
    }

    @Test
    void leaves_closed_cases_out_until_they_are_asked_for() {
        assertThat(names("", Optional.empty(), Order.DUE)).containsExactly("Siri Lunde", "Kari Nordli");
        assertThat(names("", Optional.of(Standing.CLOSED), Order.DUE)).containsExactly("Åse Berg");
    }

    @Test
    void puts_them_in_the_order_asked_for() {
        assertThat(names("", Optional.empty(), Order.NAME)).containsExactly("Kari Nordli", "Siri Lunde");
        assertThat(names("", Optional.empty(), Order.UNIT)).containsExactly("Kari Nordli", "Siri Lunde");
        assertThat(names("", Optional.empty(), Order.STANDING)).containsExactly("Siri Lunde", "Kari Nordli");
    }

    @Test
    void turns_a_column_round_when_its_heading_is_clicked_again() {
        var byName = search("", Optional.empty(), Order.DUE).by(Order.NAME);

        assertThat(found(byName)).containsExactly("Kari Nordli", "Siri Lunde");
        assertThat(found(byName.by(Order.NAME))).containsExactly("Siri Lunde", "Kari Nordli");
        assertThat(byName.by(Order.STARTED).sorting()).isEqualTo(new Sorting(Order.STARTED, Direction.DESCENDING));
    }

    @Test
    void finds_by_duty_and_by_outcome_and_by_both_of_the_same_deadline() {
        var nora = new Entry(
                with(deadline(Outcome.MET, "2026-03-01"), deadline(Stage.DM1, Outcome.MISSED, "2026-03-20")),
                "Nora Vik",
                "Lager",
                Standing.MISSED);

        assertThat(found(nora, Optional.of(Stage.DM1), Optional.empty())).containsExactly("Nora Vik");
        assertThat(found(nora, Optional.empty(), Optional.of(Outcome.MET))).containsExactly("Nora Vik");
        assertThat(found(nora, Optional.of(Stage.DM1), Optional.of(Outcome.MET)))
                .isEmpty();
    }

    @Test
    void is_found_again_by_its_address() {
        var search = new Search(
                "Åse & co",
                Optional.of(Standing.MISSED),
                Optional.of(Stage.PLAN),
                Optional.of(Outcome.MISSED),
                new Sorting(Order.UNIT, Direction.DESCENDING),
                2);

        assertThat(search.query())
                .isEqualTo("?q=%C3%85se+%26+co&standing=MISSED&duty=PLAN&outcome=MISSED&order=UNIT"
                        + "&direction=DESCENDING&page=2");
    }

    @Test
    void shows_fifty_at_a_time_and_the_last_page_for_one_beyond_it() {
        var many = IntStream.range(0, 101)
                .mapToObj(number -> entry("Person %03d".formatted(number), "Lager", Standing.OPEN, "2026-04-01"))
                .toList();

        var last =
                CaseRegister.of(many, search("", Optional.empty(), Order.NAME).on(9));

        assertThat(last.pages()).isEqualTo(3);
        assertThat(last.pageNumber()).isEqualTo(3);
        assertThat(last.page()).extracting(Entry::name).containsExactly("Person 100");
    }

    @Nested
    class A_case_stands {
        @Test
        void as_missed_though_another_deadline_is_still_open() {
            assertThat(Standing.of(
                            with(deadline(Outcome.MISSED, "2026-03-01"), deadline(Outcome.OPEN, "2026-06-01")), TODAY))
                    .isEqualTo(Standing.MISSED);
        }

        @Test
        void as_closed_with_nothing_to_come_though_a_day_lies_ahead() {
            var closed = with(Optional.of(LocalDate.parse("2026-03-01")), deadline(Outcome.OPEN, "2026-06-01"));

            assertThat(Standing.of(closed, TODAY)).isEqualTo(Standing.CLOSED);
            assertThat(new Entry(closed, "Åse Berg", "Lager", Standing.CLOSED).next())
                    .isEmpty();
        }

        @Test
        void as_due_soon_within_a_week_and_open_before() {
            assertThat(Standing.of(with(deadline(Outcome.OPEN, "2026-04-01")), TODAY))
                    .isEqualTo(Standing.DUE_SOON);
            assertThat(Standing.of(with(deadline(Outcome.OPEN, "2026-04-02")), TODAY))
                    .isEqualTo(Standing.OPEN);
        }
    }

    @Test
    void a_cell_of_the_file_is_never_a_formula_and_never_two_cells() {
        assertThat(CaseRegisterPage.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CaseRegisterPage.harmless("Nord-lager")).isEqualTo("Nord-lager");
        assertThat(Csv.write(List.of(List.of("Lager; \"nord\"", "")))).isEqualTo("\"Lager; \"\"nord\"\"\";\r\n");
    }

    private List<String> names(String words, Optional<Standing> standing, Order order) {
        return found(search(words, standing, order));
    }

    private List<String> found(Search search) {
        return CaseRegister.of(List.of(kari, siri, aase), search).page().stream()
                .map(Entry::name)
                .toList();
    }

    private List<String> found(Entry one, Optional<Stage> duty, Optional<Outcome> outcome) {
        var sorting = Sorting.of(Order.NAME, Optional.empty());
        return CaseRegister.of(List.of(kari, one), new Search("", Optional.empty(), duty, outcome, sorting, 1))
                .page()
                .stream()
                .map(Entry::name)
                .toList();
    }

    private static Search search(String words, Optional<Standing> standing, Order order) {
        return new Search(words, standing, Optional.empty(), Optional.empty(), Sorting.of(order, Optional.empty()), 1);
    }

    private static Entry entry(String name, String unit, Standing standing, String due) {
        return new Entry(with(deadline(Outcome.OPEN, due)), name, unit, standing);
    }

    private static CaseDeadline deadline(Outcome outcome, String day) {
        return deadline(Stage.PLAN, outcome, day);
    }

    private static CaseDeadline deadline(Stage stage, Outcome outcome, String day) {
        return new CaseDeadline(
                stage,
                LocalDate.parse(day),
                "2021-06-01",
                "aml § 4-6",
                outcome,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static CaseOverview with(CaseDeadline... deadlines) {
        return with(Optional.empty(), deadlines);
    }

    private static CaseOverview with(Optional<LocalDate> closedOn, CaseDeadline... deadlines) {
        return new CaseOverview(
                new CaseId(UUID.randomUUID()),
                new EmploymentId(UUID.randomUUID()),
                new OrganisationNumber("312345609"),
                new PersonId(UUID.randomUUID()),
                LocalDate.parse("2026-02-26"),
                Optional.empty(),
                closedOn,
                Optional.empty(),
                7,
                List.of(deadlines));
    }
}
