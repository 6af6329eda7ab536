package no.oppfolging.cases.read.contact;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.contact.CaseContact.Answered;
import no.oppfolging.cases.domain.contact.ContactChannel;
import no.oppfolging.cases.domain.contact.ContactKind;
import no.oppfolging.cases.domain.contact.ContactPerson;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.domain.contact.RequestKind;
import no.oppfolging.cases.read.Horizon;
import no.oppfolging.cases.read.contact.CaseTalk.Ability;
import no.oppfolging.cases.read.contact.CaseTalk.Contact;
import no.oppfolging.cases.read.contact.CaseTalk.HandOver;
import no.oppfolging.cases.read.contact.CaseTalk.News;
import no.oppfolging.cases.read.contact.CaseTalk.PossibleWork;
import no.oppfolging.cases.read.contact.CaseTalk.Request;
import no.oppfolging.cases.read.contact.CaseTalk.Rhythm;
import no.oppfolging.cases.read.contact.CaseTalk.Terms;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Answers what the two of a case have said to one another; texts are opened once the rows are read. */
public final class Contacts {
    static final String CAN = "can";
    static final String CANNOT = "cannot";
    static final String TASKS = "tasks";
    static final String ADAPTATIONS = "adaptations";
    static final String KIND = "kind";
    static final String REASON = "reason";
    static final String ANSWER = "answer";

    /** Some cases, each with those that are one with it now. */
    private static final String FAMILIES = """
            with recursive family (standing, member) as (
                select case_id, case_id from view.cases where case_id in (:cases)
                union
                select family.standing, cases.case_id
                  from view.cases join family on cases.part_of = family.member
            )
            """;

    private final ViewTables tables;
    private final PersonalTexts texts;
    private final int silentAfterDays;

    /** @param silentAfterDays how long it may be silent where nothing has been agreed */
    public Contacts(ViewTables tables, PersonalTexts texts, int silentAfterDays) {
        this.tables = tables;
        this.texts = texts;
        this.silentAfterDays = silentAfterDays;
    }

    static String kindOf(CaseId caseId, UUID contactId) {
        return "contact contacts " + caseId + " " + contactId + " kind";
    }

    static String newsOf(CaseId caseId, UUID newsId) {
        return "contact news " + caseId + " " + newsId;
    }

    static String textOf(CaseId caseId, String field) {
        return "contact " + caseId + " " + field;
    }

    static String requestOf(CaseId caseId, UUID requestId, String field) {
        return "contact requests " + caseId + " " + requestId + " " + field;
    }

    /** Empty where no such case is known here yet. */
    public Optional<CaseTalk> of(CaseId survivor, Horizon horizon) {
        return tables.sql("select * from view.cases where case_id = :case")
                .param("case", survivor.value())
                .query((row, _) -> new Known(new PersonId(uuid(row, "employee")), row.getLong("version"), rhythm(row)))
                .optional()
                .map(known -> new Telling(survivor, known, horizon).talk());
    }

    private record Known(PersonId employee, long version, Rhythm rhythm) {}

    /** How long it may be silent in each of some cases that are followed. */
    public List<Rhythm> rhythmsOf(List<CaseId> cases) {
        return cases.isEmpty()
                ? List.of()
                : tables.sql("""
                        select * from view.cases where case_id in (:cases) and not closed and part_of is null
                        """)
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query((row, _) -> rhythm(row))
                        .list();
    }

    /** What one has proposed and the other not answered, in each of some cases. */
    public List<Proposed> proposalsIn(List<CaseId> cases) {
        return cases.isEmpty()
                ? List.of()
                : tables.sql(FAMILIES + """
                        select distinct on (family.standing) family.standing, terms.*, home.version
                          from family
                          join view.terms on terms.shown_in = family.member
                          join view.cases as home on home.case_id = terms.case_id
                          join view.cases as standing on standing.case_id = family.standing
                         where not terms.agreed and not standing.closed and standing.part_of is null
                         order by family.standing, terms.told_at desc
                        """)
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query((row, _) -> new Proposed(new CaseId(uuid(row, "standing")), terms(row)))
                        .list();
    }

    /** What waits in a case for one of the two to answer. */
    public record Proposed(CaseId caseId, Terms terms) {}

    /** By when a request that waits should be answered. */
    public record WaitingRequest(CaseId caseId, LocalDate answerBy) {}

    /** The requests of some cases that wait for an answer. */
    public List<WaitingRequest> waitingIn(List<CaseId> cases) {
        return cases.isEmpty()
                ? List.of()
                : tables.sql(FAMILIES + """
                        select family.standing, requests.answer_by
                          from family join view.requests on requests.shown_in = family.member
                         where requests.standing = 'WAITING'
                         order by requests.answer_by
                        """)
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query((row, _) ->
                                new WaitingRequest(new CaseId(uuid(row, "standing")), date(row, "answer_by")))
                        .list();
    }

    /** To whom the lead has passed, the one that leads the longest into the future first. */
    public List<HandOver> handOversIn(CaseId survivor) {
        return shownWith(
                survivor,
                Instant.EPOCH,
                "hand_overs",
                "leads_from desc, told_at desc, hand_over_id",
                (row, _) -> handOver(row));
    }

    /** Whether the two had said anything to one another before an instant. */
    public boolean haveSaidBefore(CaseId survivor, Instant instant) {
        var anything = Stream.of(
                        "contacts", "doctor_contacts", "news", "requests", "terms", "abilities", "possible_work")
                .map(
                        "exists (select from view.%s where told_at < :instant and shown_in in (select member from family))"
                                ::formatted)
                .collect(Collectors.joining(" or "));
        return tables.sql(FAMILIES + "select " + anything)
                .param("cases", List.of(survivor.value()))
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What one reader is told of one case. */
    private final class Telling {
        private final CaseId survivor;
        private final Known known;
        private final Horizon horizon;

        Telling(CaseId survivor, Known known, Horizon horizon) {
            this.survivor = survivor;
            this.known = known;
            this.horizon = horizon;
        }

        CaseTalk talk() {
            var employee = known.employee();
            var terms = since(
                    horizon.ofAll(),
                    "terms",
                    "told_at desc, told.case_id",
                    (row, _) -> new Standing(row.getBoolean("agreed"), terms(row)));
            return new CaseTalk(
                    survivor,
                    employee,
                    known.version(),
                    known.rhythm(),
                    first(terms, true),
                    first(terms, false),
                    opened(since(
                            horizon.ofAll(),
                            "contacts",
                            "held_on desc, contact_id desc",
                            (row, _) -> contact(row, employee, horizon))),
                    since(
                                    horizon.ofTheLeadersWords(),
                                    "doctor_contacts",
                                    "held_on desc",
                                    (row, _) -> date(row, "held_on"))
                            .stream()
                            .distinct()
                            .toList(),
                    opened(since(
                            horizon.ofTheLeadersWords(),
                            "news",
                            "told_at desc, news_id desc",
                            (row, _) -> news(row, employee))),
                    opened(since(
                                    horizon.ofAll(),
                                    "abilities",
                                    "told_at desc, told.case_id limit 1",
                                    (row, _) -> ability(row, employee)))
                            .stream()
                            .findFirst(),
                    opened(since(
                                    horizon.ofTheLeadersWords(),
                                    "possible_work",
                                    "told_at desc, told.case_id limit 1",
                                    (row, _) -> possible(row, employee)))
                            .stream()
                            .findFirst(),
                    opened(since(
                            horizon.ofAll(),
                            "requests",
                            "told_at desc, request_id desc",
                            (row, _) -> request(row, employee, horizon))),
                    handOversIn(survivor));
        }

        private <R> List<R> since(Instant from, String table, String order, RowMapper<R> mapper) {
            return shownWith(survivor, from, table, order, mapper);
        }
    }

    private static HandOver handOver(ResultSet row) throws SQLException {
        return new HandOver(
                new CaseId(uuid(row, "case_id")),
                row.getLong("version"),
                uuid(row, "hand_over_id"),
                new PersonId(uuid(row, "led_by")),
                date(row, "leads_from"),
                date(row, "opens_on"),
                instant(row, "told_at"),
                Optional.ofNullable(nullableDate(row, "read_on")));
    }

    private record Standing(boolean agreed, Terms terms) {}

    private static Optional<Terms> first(List<Standing> all, boolean agreed) {
        return all.stream()
                .filter(one -> one.agreed() == agreed)
                .map(Standing::terms)
                .findFirst();
    }

    /** Rows of a table that are shown with a case, each with the version of the stream it was told in. */
    private <R> List<R> shownWith(CaseId survivor, Instant since, String table, String order, RowMapper<R> mapper) {
        return tables.sql(FAMILIES + """
                        select told.*, home.version
                          from family
                          join view.%s as told on told.shown_in = family.member
                          join view.cases as home on home.case_id = told.case_id
                         where told.told_at >= :since
                         order by %s
                        """.formatted(table, order))
                .param("cases", List.of(survivor.value()))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(mapper)
                .list();
    }

    /** The connection has been given back when the texts are opened. */
    private static <R> List<R> opened(List<Supplier<R>> sealed) {
        return sealed.stream().map(Supplier::get).toList();
    }

    private Rhythm rhythm(ResultSet row) throws SQLException {
        var every = row.getObject("every_days", Integer.class);
        var heard = Stream.of("heard_on", "met_on")
                .flatMap(column -> Optional.ofNullable(nullableDate(row, column)).stream())
                .max(LocalDate::compareTo);
        var since = date(row, "since");
        return new Rhythm(
                new CaseId(uuid(row, "case_id")),
                heard,
                since,
                since.equals(nullableDate(row, "known_on"))
                        && since.isAfter(date(row, "started_on"))
                        && heard.filter(since::equals).isEmpty(),
                every == null ? silentAfterDays : every,
                every != null);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                new CaseId(uuid(row, "case_id")),
                row.getLong("version"),
                uuid(row, "proposal_id"),
                Party.valueOf(row.getString("proposed_by")),
                date(row, "told_on"),
                new ContactTerms(
                        some(ContactChannel.class, row.getArray("channels")),
                        row.getInt("every_days"),
                        some(DayOfWeek.class, row.getArray("days")),
                        ContactPerson.valueOf(row.getString("who"))));
    }

    private static <E extends Enum<E>> EnumSet<E> some(Class<E> type, Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    /** That there was contact is a date; what kind of, is the words of whoever wrote it down. */
    private Supplier<Contact> contact(ResultSet row, PersonId employee, Horizon horizon) throws SQLException {
        var caseId = new CaseId(uuid(row, "case_id"));
        var id = uuid(row, "contact_id");
        var version = row.getLong("version");
        var day = date(row, "held_on");
        var channel = ContactChannel.valueOf(row.getString("channel"));
        var who = ContactPerson.valueOf(row.getString("who"));
        var by = Party.valueOf(row.getString("logged_by"));
        var struck = row.getBoolean("struck");
        var kind = row.getString("kind_sealed");
        var hidden = by == Party.LEADER && horizon.hidesTheLeadersWordsOf(instant(row, "told_at"));
        return () -> new Contact(
                caseId,
                version,
                id,
                day,
                hidden ? Optional.empty() : one(ContactKind.class, opened(employee, kind, kindOf(caseId, id))),
                channel,
                who,
                by,
                struck);
    }

    private Supplier<News> news(ResultSet row, PersonId employee) throws SQLException {
        var caseId = new CaseId(uuid(row, "case_id"));
        var id = uuid(row, "news_id");
        var day = date(row, "shared_on");
        var text = row.getString("text_sealed");
        return () -> new News(caseId, id, day, opened(employee, text, newsOf(caseId, id)));
    }

    private Supplier<Ability> ability(ResultSet row, PersonId employee) throws SQLException {
        var caseId = new CaseId(uuid(row, "case_id"));
        var day = date(row, "stated_on");
        var can = row.getString("can_sealed");
        var cannot = row.getString("cannot_sealed");
        return () -> new Ability(
                day, opened(employee, can, textOf(caseId, CAN)), opened(employee, cannot, textOf(caseId, CANNOT)));
    }

    private Supplier<PossibleWork> possible(ResultSet row, PersonId employee) throws SQLException {
        var caseId = new CaseId(uuid(row, "case_id"));
        var day = date(row, "described_on");
        var tasks = row.getString("tasks_sealed");
        var adaptations = row.getString("adaptations_sealed");
        return () -> new PossibleWork(
                day,
                opened(employee, tasks, textOf(caseId, TASKS)),
                opened(employee, adaptations, textOf(caseId, ADAPTATIONS)));
    }

    private Supplier<Request> request(ResultSet row, PersonId employee, Horizon horizon) throws SQLException {
        var caseId = new CaseId(uuid(row, "case_id"));
        var id = uuid(row, "request_id");
        var version = row.getLong("version");
        var madeOn = date(row, "made_on");
        var answerBy = date(row, "answer_by");
        var standing = Answered.valueOf(row.getString("standing"));
        var answeredOn = Optional.ofNullable(nullableDate(row, "answered_on"));
        var answeredAs = Optional.ofNullable(row.getString("answered_as")).map(Role::valueOf);
        var kind = row.getString("kind_sealed");
        var reason = row.getString("reason_sealed");
        var answer = row.getString("answer_sealed");
        var hidden = answeredOn.isEmpty()
                || (row.getObject("answered_at") != null
                        && horizon.hidesTheLeadersWordsOf(instant(row, "answered_at")));
        return () -> new Request(
                caseId,
                version,
                id,
                one(RequestKind.class, opened(employee, kind, requestOf(caseId, id, KIND))),
                opened(employee, reason, requestOf(caseId, id, REASON)),
                madeOn,
                answerBy,
                standing,
                answeredOn,
                answeredAs,
                hidden ? new PersonalText(employee, "") : opened(employee, answer, requestOf(caseId, id, ANSWER)));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, PersonalText name) {
        return name.isErased() ? Optional.empty() : Optional.of(Enum.valueOf(type, name.text()));
    }

    /** What had been erased before it came here is not there at all. */
    private PersonalText opened(PersonId employee, @Nullable String sealed, String context) {
        return sealed == null ? PersonalText.erased(employee) : texts.open(employee, sealed, context);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable LocalDate nullableDate(ResultSet row, String column) {
        try {
            return row.getObject(column, LocalDate.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
