package no.oppfolging.local.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.company.Happening.Away;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CompanyTest {
    private final Workforce workforce = new Workforce();
    private final HrOffice office = new HrOffice("http://localhost:8080/issuer", Instant.parse("2026-03-05T09:00:00Z"));

    @Test
    void about_two_hundred_work_there_each_with_a_leader_who_works_there_too() {
        var subjects = workforce.all().stream().map(Worker::subject).collect(Collectors.toSet());
        assertThat(subjects).hasSizeBetween(195, 205);
        assertThat(workforce.all())
                .allSatisfy(worker -> assertThat(worker.leader().isEmpty() || subjects.contains(worker.leader()))
                        .isTrue());
        assertThat(workforce.all().stream().filter(worker -> worker.leader().isEmpty()))
                .extracting(Worker::subject)
                .containsOnly("vera");
    }

    @Test
    void whoever_leads_is_employed_by_whom_they_lead_for() {
        var organisations = workforce.all().stream()
                .collect(Collectors.groupingBy(
                        Worker::subject,
                        Collectors.mapping(worker -> worker.unit().organisation(), Collectors.toSet())));
        assertThat(workforce.all().stream().filter(worker -> !worker.leader().isEmpty()))
                .allSatisfy(worker -> assertThat(organisations.get(worker.leader()))
                        .contains(worker.unit().organisation()));
    }

    @Test
    void is_the_same_company_every_time() {
        assertThat(new Workforce().all()).isEqualTo(workforce.all());
    }

    @Test
    void more_than_thirty_absences_are_of_all_kinds() {
        var away = Happenings.ALL.stream()
                .filter(Away.class::isInstance)
                .map(Away.class::cast)
                .toList();
        assertThat(away.stream().filter(absence -> absence.revision() == 1)).hasSizeGreaterThan(40);
        assertThat(away.stream().map(Away::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "SELF_CERTIFIED",
                        "SICK_NOTE",
                        "TREATMENT_DAYS",
                        "TRAVEL_SUBSIDY",
                        "VACATION",
                        "LEAVE",
                        "BACK_AT_WORK",
                        "CORRECTED_HOURS");
    }

    @Test
    void everything_hr_tells_keeps_the_contract_and_no_two_messages_share_an_id() {
        var messages = Stream.concat(office.everyone().stream(), office.happenings(Integer.MIN_VALUE, 0).stream())
                .toList();
        var rules = new ContractRules();
        var ids = new HashSet<>();
        assertThat(messages).allSatisfy(message -> {
            rules.assertFits(JsonMapper.shared().readTree(message.bytes()));
            assertThat(ids.add(message.id())).isTrue();
        });
    }

    @Test
    void everyone_can_be_met_once_and_says_what_they_are() {
        var people = new People();
        var pages = new HtmlPages();
        assertThat(people.groups().stream().flatMap(group -> group.people().stream()))
                .containsExactlyInAnyOrderElementsOf(people.all());
        assertThat(people.all())
                .allSatisfy(
                        person -> assertThat(pages.about(person)).isNotBlank().doesNotContain("{0}"));
    }
}
