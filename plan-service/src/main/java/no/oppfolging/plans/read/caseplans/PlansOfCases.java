package no.oppfolging.plans.read.caseplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.Duty;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.domain.WayToDoctor;
import no.oppfolging.plans.read.caseplans.PlanRow.DoctorCopy;
import no.oppfolging.plans.read.caseplans.PlanRow.Refused;
import no.oppfolging.plans.read.caseplans.PlanRow.Signature;
import no.oppfolging.plans.read.caseplans.PlanRow.Standing;
import no.oppfolging.plans.read.caseplans.PlanRow.Version;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.casefile.KnownCases;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Answers which plans a case has, also those of cases that became part of it. */
public final class PlansOfCases implements Belonging, CaseFamilies {
    /** Each case with those that have become part of it. */
    private static final String FAMILIES = """
            with recursive family (survivor, case_id) as (
                select case_id, case_id from view.cases where case_id in (:cases)
                union
                select family.survivor, cases.case_id
                  from view.cases
                  join family on cases.part_of = family.case_id
            ),
            """;

    static final String SECTIONS = "sections";
    static final String SALT = "salt";
    static final String REASON = "reason";

    private final ViewTables tables;
    private final KnownCases<FollowedCase> cases;
    private final PersonalTexts texts;

    public PlansOfCases(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.cases = new KnownCases<>(tables, (row, _) -> followedCase(row));
        this.texts = texts;
    }

    static String context(PlanEvent event, String field) {
        return context(event.caseId(), new VersionKey(event.planId().value(), event.version()), field);
    }

    private static String context(CaseId caseId, VersionKey version, String field) {
        return "case_plans versions " + caseId + " " + version.plan() + " " + version.number() + " " + field;
    }

    private record VersionKey(UUID plan, int number) {
        static VersionKey of(ResultSet row) throws SQLException {
            return new VersionKey(row.getObject("plan_id", UUID.class), row.getInt("number"));
        }
    }

    /** A case by its id; an absorbed one leads to the case it is now part of. */
    public Optional<FollowedCase> caseOf(CaseId caseId) {
        return cases.caseOf(caseId);
    }

    /** The cases of some employments, without those that became part of another. */
    public List<FollowedCase> ofEmployments(Collection<EmploymentId> employments) {
        return cases.ofEmployments(employments);
    }

    /** The cases of some organisations, without those that became part of another. */
    public List<FollowedCase> ofOrganisations(Collection<OrganisationNumber> organisations) {
        return cases.ofOrganisations(organisations);
    }

    /** The plans of a case and of all that became part of it: the case's own first, then the latest presented. */
    public List<PlanRow> plansOf(CaseId survivor) {
        return cases.family(survivor).stream()
                .flatMap(member -> plansIn(member).stream())
                .sorted((one, other) -> order(survivor, one, other))
                .toList();
    }

    private static int order(CaseId survivor, PlanRow one, PlanRow other) {
        var ownFirst =
                Boolean.compare(other.caseId().equals(survivor), one.caseId().equals(survivor));
        return ownFirst != 0
                ? ownFirst
                : other.latest().presentedAt().compareTo(one.latest().presentedAt());
    }

    /** How far the plans of some cases have come, by the case; a case without a plan is not among them. */
    public Map<CaseId, PlanSummary> summariesOf(Collection<FollowedCase> survivors) {
        if (survivors.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<CaseId, PlanSummary>();
        tables.sql(FAMILIES + """
                latest as (
                    select distinct on (survivor) *
                      from family join view.versions using (case_id)
                     order by survivor, case_id = survivor desc, presented_at desc, number desc
                )
                select survivor, number, presented_at, agreed_on, array(
                           select party from view.signatures
                            where signatures.case_id = latest.case_id and signatures.plan_id = latest.plan_id
                              and signatures.number = latest.number and not voided) as signed
                  from latest
                """)
                .param(
                        "cases",
                        survivors.stream().map(one -> one.caseId().value()).toList())
                .query(row -> {
                    found.put(new CaseId(row.getObject("survivor", UUID.class)), summary(row));
                });
        return found;
    }

    /** How many measures of the plans in force should have been done before a day and are not, by case and party. */
    public Map<CaseId, Map<Party, Integer>> overdueIn(Collection<FollowedCase> survivors, LocalDate today) {
        if (survivors.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<CaseId, Map<Party, Integer>>();
        tables.sql(FAMILIES + """
                in_force as (
                    select survivor, case_id, plan_id, max(number) as number
                      from family join view.versions using (case_id)
                     where agreed_on is not null
                     group by survivor, case_id, plan_id
                )
                select survivor, responsible, count(*) as overdue
                  from in_force join view.measures using (case_id, plan_id, number)
                 where due_on < :today and not exists (
                           select from view.completions
                            where completions.case_id = measures.case_id and completions.plan_id = measures.plan_id
                              and completions.measure_id = measures.measure_id)
                 group by survivor, responsible
                """)
                .param(
                        "cases",
                        survivors.stream().map(one -> one.caseId().value()).toList())
                .param("today", today)
                .query(row -> {
                    found.computeIfAbsent(new CaseId(row.getObject("survivor", UUID.class)), _ -> new HashMap<>())
                            .put(Party.valueOf(row.getString("responsible")), row.getInt("overdue"));
                });
        return found;
    }

    private static PlanSummary summary(ResultSet row) throws SQLException {
        var waitsFor = EnumSet.allOf(Party.class);
        for (var party : (String[]) row.getArray("signed").getArray()) {
            waitsFor.remove(Party.valueOf(party));
        }
        var agreedOn = Optional.ofNullable(row.getObject("agreed_on", LocalDate.class));
        return new PlanSummary(
                row.getInt("number"),
                Standing.of(agreedOn.isPresent(), waitsFor),
                row.getObject("presented_at", OffsetDateTime.class).toInstant(),
                agreedOn);
    }

    /** A plan by its id and the case it was presented in, or one that this became part of. */
    public Optional<PlanRow> plan(CaseId caseId, PlanId planId) {
        return caseOf(caseId)
                .flatMap(followed -> plansOf(followed.caseId()).stream()
                        .filter(plan -> plan.planId().equals(planId))
                        .findFirst());
    }

    @Override
    public Optional<EmploymentId> employmentOf(Identifier target) {
        return cases.employmentOf(target);
    }

    @Override
    public List<CaseId> familyOf(CaseId caseId) {
        return cases.familyOf(caseId);
    }

    private List<PlanRow> plansIn(FollowedCase in) {
        var signatures = signaturesIn(in.caseId());
        var refusals = refusalsIn(in);
        var done = doneIn(in.caseId());
        var copies = doctorCopiesIn(in.caseId());
        var plans = new LinkedHashMap<UUID, List<Version>>();
        tables.sql("select * from view.versions where case_id = :case order by plan_id, number")
                .param("case", in.caseId().value())
                .query(row -> {
                    var key = VersionKey.of(row);
                    plans.computeIfAbsent(key.plan(), _ -> new ArrayList<>())
                            .add(version(
                                    row,
                                    in,
                                    key,
                                    Optional.ofNullable(copies.get(key)),
                                    signatures.getOrDefault(key, List.of()),
                                    refusals.getOrDefault(key, List.of())));
                });
        return plans.entrySet().stream()
                .map(plan -> new PlanRow(
                        in.caseId(),
                        in.employmentId(),
                        in.employee(),
                        new PlanId(plan.getKey()),
                        in.version(),
                        done.getOrDefault(plan.getKey(), Map.of()),
                        plan.getValue()))
                .toList();
    }

    private Version version(
            ResultSet row,
            FollowedCase in,
            VersionKey key,
            Optional<DoctorCopy> doctorCopy,
            List<Signature> signatures,
            List<Refused> refusals)
            throws SQLException {
        var sections = opened(in.employee(), row.getString(SECTIONS), context(in.caseId(), key, SECTIONS));
        var content = PlanContent.of(
                name -> SectionsJson.section(sections, name),
                row.getObject("evaluation_date", LocalDate.class),
                row.getBoolean("employee_contributed"),
                SectionsJson.measures(sections));
        return new Version(
                key.number(),
                content,
                opened(in.employee(), row.getString(SALT), context(in.caseId(), key, SALT)),
                new PlanDigest(row.getString("digest")),
                row.getObject("presented_at", OffsetDateTime.class).toInstant(),
                row.getString("presented_by"),
                Optional.ofNullable(row.getObject("agreed_on", LocalDate.class)),
                doctorCopy,
                signatures,
                refusals);
    }

    private Map<UUID, Map<MeasureId, LocalDate>> doneIn(CaseId caseId) {
        var found = new HashMap<UUID, Map<MeasureId, LocalDate>>();
        tables.sql("select * from view.completions where case_id = :case")
                .param("case", caseId.value())
                .query(row -> {
                    found.computeIfAbsent(row.getObject("plan_id", UUID.class), _ -> new HashMap<>())
                            .put(
                                    new MeasureId(row.getObject("measure_id", UUID.class)),
                                    row.getObject("done_on", LocalDate.class));
                });
        return found;
    }

    private Map<VersionKey, DoctorCopy> doctorCopiesIn(CaseId caseId) {
        var found = new HashMap<VersionKey, DoctorCopy>();
        tables.sql("select * from view.doctor_copies where case_id = :case")
                .param("case", caseId.value())
                .query(row -> {
                    found.put(
                            VersionKey.of(row),
                            new DoctorCopy(
                                    row.getObject("given_on", LocalDate.class),
                                    WayToDoctor.valueOf(row.getString("way"))));
                });
        return found;
    }

    private Map<VersionKey, List<Signature>> signaturesIn(CaseId caseId) {
        var found = new HashMap<VersionKey, List<Signature>>();
        tables.sql("select * from view.signatures where case_id = :case order by signed_at, party")
                .param("case", caseId.value())
                .query(row -> {
                    found.computeIfAbsent(VersionKey.of(row), _ -> new ArrayList<>())
                            .add(new Signature(
                                    Party.valueOf(row.getString("party")),
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    Role.valueOf(row.getString("role")),
                                    new SignInMethod(row.getString("issuer"), row.getString("acr"), List.of((String[])
                                            row.getArray("amr").getArray())),
                                    row.getObject("signed_at", OffsetDateTime.class)
                                            .toInstant(),
                                    row.getBoolean("voided")));
                });
        return found;
    }

    private Map<VersionKey, List<Refused>> refusalsIn(FollowedCase in) {
        var found = new HashMap<VersionKey, List<Refused>>();
        tables.sql("select * from view.refusals where case_id = :case order by position")
                .param("case", in.caseId().value())
                .query(row -> {
                    var key = VersionKey.of(row);
                    var context = context(in.caseId(), key, REASON + " " + row.getLong("position"));
                    found.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new Refused(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    opened(in.employee(), row.getString(REASON), context),
                                    row.getObject("refused_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return found;
    }

    private static FollowedCase followedCase(ResultSet row) throws SQLException {
        return new FollowedCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new EmploymentId(row.getObject("employment_id", UUID.class)),
                new PersonId(row.getObject("employee", UUID.class)),
                Optional.ofNullable(row.getObject("part_of", UUID.class)).map(CaseId::new),
                duty(row),
                row.getBoolean("ended"),
                row.getLong("version"));
    }

    private static Optional<Duty> duty(ResultSet row) throws SQLException {
        var standing = row.getString("standing");
        return standing == null
                ? Optional.empty()
                : Optional.of(new Duty(row.getObject("due_on", LocalDate.class), Duty.Standing.valueOf(standing)));
    }

    /** Opened for the answer alone; what had been erased before it came here is not there at all. */
    private PersonalText opened(PersonId employee, @Nullable String sealed, String context) {
        return sealed == null ? PersonalText.erased(employee) : texts.open(employee, sealed, context);
    }
}
