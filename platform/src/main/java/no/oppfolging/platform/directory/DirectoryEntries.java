package no.oppfolging.platform.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.platform.directory.Employment.Substitute;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.directory.EmploymentRules.Owner;
import no.oppfolging.platform.eventlog.QuestionsTogether;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows of the directory: added as HR tells, never changed. The highest revision that has begun is what holds. */
final class DirectoryEntries {
    /** Whether an employment that was told of is known to have ended by the day. */
    private static final String IS_OVER = """
            exists (select from directory_entries as later
                     where later.employment_id = told.employment_id and later.ended
                       and later.revision > told.revision and later.valid_from <= :day)""";

    private final JdbcClient jdbc;
    private final QuestionsTogether<EmploymentOn, Employment> employments = new QuestionsTogether<>(this::onTheirDays);
    private final QuestionsTogether<UUID, Owner> owners = new QuestionsTogether<>(this::ownersOf);

    DirectoryEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What one message tells; the personal parts are sealed. */
    record Entry(
            UUID messageId,
            Instant saidAt,
            Instant learnedAt,
            OrganisationNumber organisation,
            UUID employment,
            int revision,
            LocalDate validFrom,
            boolean ended,
            UUID person,
            Optional<Unit> unit,
            Optional<UUID> lineManager,
            Optional<String> language,
            Optional<String> sealedName,
            Optional<String> sealedEmails,
            @Nullable String signIn,
            List<Substitute> substitutes) {}

    /** An employment as it is on a day. */
    private record EmploymentOn(LocalDate day, UUID employment) {}

    /** How a person is presented now; the parts stand sealed in the entry of that message. */
    record Card(
            UUID messageId,
            @Nullable String name,
            @Nullable String emails,
            @Nullable String language,
            @Nullable String signIn) {}

    /**
     * Whom one message names as the leader of an employment.
     *
     * @param learnedAt the epoch where that is not known
     * @param leader empty where the employment is over, or led by nobody
     */
    record Naming(int revision, LocalDate validFrom, Instant learnedAt, PersonId employee, Optional<PersonId> leader) {
        boolean isKnownAndHolds(Instant at) {
            return !learnedAt.isAfter(at) && !LegalDay.begins(validFrom).isAfter(at);
        }
    }

    /** Everybody who was ever named as the leader of an employment. */
    List<Naming> namingsIn(EmploymentId employment) {
        return jdbc.sql("""
                select revision, valid_from, coalesce(learned_at, 'epoch') as learned_at, person_id,
                       case when not ended then line_manager end as leader
                  from directory_entries
                 where employment_id = :employment
                """)
                .param("employment", employment.value())
                .query((row, _) -> new Naming(
                        row.getInt("revision"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("learned_at", OffsetDateTime.class).toInstant(),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Optional.ofNullable(row.getObject("leader", UUID.class)).map(PersonId::new)))
                .list();
    }

    /** Adds an entry, unless one of that revision stands there. */
    void add(Entry entry) {
        var position = jdbc.sql("""
                insert into directory_entries (message_id, said_at, learned_at, organisation, employment_id, revision,
                                               valid_from, ended, person_id, unit_id, unit_name, line_manager,
                                               language, name, emails, sign_in)
                values (:messageId, :saidAt, :learnedAt, :organisation, :employment, :revision, :validFrom,
                        :ended, :person, :unitId, :unitName, :lineManager, :language, :name,
                        :emails, :signIn)
                on conflict do nothing
                returning directory_position
                """)
                .param("messageId", entry.messageId())
                .param("saidAt", entry.saidAt().atOffset(ZoneOffset.UTC))
                .param("learnedAt", entry.learnedAt().atOffset(ZoneOffset.UTC))
                .param("organisation", entry.organisation().value())
                .param("employment", entry.employment())
                .param("revision", entry.revision())
                .param("validFrom", entry.validFrom())
                .param("ended", entry.ended())
                .param("person", entry.person())
                .param("unitId", entry.unit().map(Unit::id).orElse(null))
                .param("unitName", entry.unit().map(Unit::name).orElse(null))
                .param("lineManager", entry.lineManager().orElse(null))
                .param("language", entry.language().orElse(null))
                .param("name", entry.sealedName().orElse(null))
                .param("emails", entry.sealedEmails().orElse(null))
                .param("signIn", entry.signIn())
                .query(Long.class)
                .optional();
        position.ifPresent(at -> entry.substitutes().forEach(substitute -> add(at, substitute)));
    }

    private void add(long position, Substitute substitute) {
        jdbc.sql("""
                insert into directory_substitutes (directory_position, person_id, first_day, last_day)
                values (:position, :person, :from, :to)
                """)
                .param("position", position)
                .param("person", substitute.person().value())
                .param("from", substitute.from())
                .param("to", substitute.to())
                .update();
    }

    /** Whose it is, also when it has not begun or is over. */
    Optional<Owner> ownerOf(EmploymentId employment) {
        var id = employment.value();
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? Optional.ofNullable(ownersOf(List.of(id)).get(id))
                : owners.ask(id);
    }

    private Map<UUID, Owner> ownersOf(List<UUID> employments) {
        var found = new HashMap<UUID, Owner>();
        jdbc.sql("""
                select distinct on (employment_id) employment_id, organisation, person_id
                  from directory_entries
                 where employment_id = any (:employments)
                 order by employment_id, directory_position
                """).param("employments", employments.toArray(UUID[]::new)).query(row -> {
            found.put(
                    row.getObject("employment_id", UUID.class),
                    new Owner(
                            new OrganisationNumber(row.getString("organisation")),
                            new PersonId(row.getObject("person_id", UUID.class))));
        });
        return found;
    }

    /**
     * The employment as it is on a day; empty when it has not begun. Who asks at the same time is answered together.
     */
    Optional<Employment> on(LocalDate day, UUID employment) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? on(day, List.of(employment)).stream().findFirst()
                : employments.ask(new EmploymentOn(day, employment));
    }

    private Map<EmploymentOn, Employment> onTheirDays(List<EmploymentOn> wanted) {
        var byDay = wanted.stream()
                .collect(Collectors.groupingBy(
                        EmploymentOn::day, Collectors.mapping(EmploymentOn::employment, Collectors.toList())));
        var found = new HashMap<EmploymentOn, Employment>();
        byDay.forEach((day, ids) -> on(day, ids)
                .forEach(one -> found.put(new EmploymentOn(day, one.id().value()), one)));
        return found;
    }

    /** The employments as they are on a day; one that has not begun is left out. */
    List<Employment> on(LocalDate day, Collection<UUID> employments) {
        var found = jdbc.sql("""
                select entry.*
                  from unnest(cast(:employments as uuid[])) as wanted (id)
                 cross join lateral (
                    select *
                      from directory_entries
                     where employment_id = wanted.id and valid_from <= :day
                     order by revision desc
                     limit 1) as entry
                """)
                .param("employments", employments.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> employment(row))
                .list();
        var substitutes = substitutesOf(found);
        return found.stream()
                .map(one -> with(one, substitutes.getOrDefault(one.directoryPosition(), List.of())))
                .toList();
    }

    /**
     * Every employment that was ever told to have something to do with a person as leader or substitute; of those that
     * name the employee as the leader, the ones of people whom this person leads elsewhere.
     */
    List<UUID> everLedBy(PersonId person) {
        return jdbc.sql("""
                select employment_id from directory_entries where line_manager = :person
                 union
                select entry.employment_id
                  from directory_substitutes as substitute
                  join directory_entries as entry using (directory_position)
                 where substitute.person_id = :person
                 union
                select own.employment_id
                  from directory_entries as own
                  join directory_entries as led on led.person_id = own.person_id and led.line_manager = :person
                 where own.line_manager = own.person_id
                """)
                .param("person", person.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<UUID> employmentsOf(PersonId person) {
        return jdbc.sql("select distinct employment_id from directory_entries where person_id = :person")
                .param("person", person.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    List<String> unitNamesIn(OrganisationNumber organisation) {
        return jdbc.sql("""
                select distinct unit_name from directory_entries
                 where organisation = :organisation and unit_name is not null
                 order by unit_name
                """)
                .param("organisation", organisation.value())
                .query((row, _) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** People whom a sign-in was ever told to belong to. */
    List<PersonId> everSigningInAs(String signIn) {
        return jdbc.sql("select distinct person_id from directory_entries where sign_in = :signIn")
                .param("signIn", signIn)
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What the newest of a person's employments tells about the person; of one that is over, only without others. */
    Optional<Card> cardOf(PersonId person, LocalDate day) {
        return jdbc.sql("""
                select message_id, name, emails, language, sign_in
                  from (select distinct on (employment_id) *, %s as is_over
                          from directory_entries as told
                         where person_id = :person and valid_from <= :day and not ended
                         order by employment_id, revision desc) as entry
                 order by is_over, valid_from desc, said_at desc, message_id
                 limit 1
                """.formatted(IS_OVER))
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> card(row))
                .optional();
    }

    /** The same for many people; who is not known is left out. */
    Map<PersonId, Card> cardsOf(Collection<PersonId> people, LocalDate day) {
        var cards = new HashMap<PersonId, Card>();
        jdbc.sql("""
                select distinct on (person_id) person_id, message_id, name, emails, language, sign_in
                  from (select distinct on (person_id, employment_id) *, %s as is_over
                          from directory_entries as told
                         where person_id = any (:people) and valid_from <= :day and not ended
                         order by person_id, employment_id, revision desc) as entry
                 order by person_id, is_over, valid_from desc, said_at desc, message_id
                """.formatted(IS_OVER))
                .param("people", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    cards.put(new PersonId(row.getObject("person_id", UUID.class)), card(row));
                });
        return cards;
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getObject("message_id", UUID.class),
                row.getString("name"),
                row.getString("emails"),
                row.getString("language"),
                row.getString("sign_in"));
    }

    private Map<Long, List<Substitute>> substitutesOf(List<Employment> employments) {
        var substitutes = new HashMap<Long, List<Substitute>>();
        jdbc.sql("""
                select directory_position, person_id, first_day, last_day
                  from directory_substitutes
                 where directory_position = any (:positions)
                """)
                .param(
                        "positions",
                        employments.stream().map(Employment::directoryPosition).toArray(Long[]::new))
                .query(row -> {
                    substitutes
                            .computeIfAbsent(row.getLong("directory_position"), _ -> new ArrayList<>())
                            .add(new Substitute(
                                    new PersonId(row.getObject("person_id", UUID.class)),
                                    row.getObject("first_day", LocalDate.class),
                                    row.getObject("last_day", LocalDate.class)));
                });
        return substitutes;
    }

    private static Employment with(Employment employment, List<Substitute> substitutes) {
        return new Employment(
                employment.id(),
                employment.organisation(),
                employment.employee(),
                employment.unit(),
                employment.lineManager(),
                substitutes,
                employment.ended(),
                employment.directoryPosition());
    }

    private static Employment employment(ResultSet row) throws SQLException {
        var unit = row.getString("unit_id");
        return new Employment(
                new EmploymentId(row.getObject("employment_id", UUID.class)),
                new OrganisationNumber(row.getString("organisation")),
                new PersonId(row.getObject("person_id", UUID.class)),
                unit == null ? Optional.empty() : Optional.of(new Unit(unit, row.getString("unit_name"))),
                Optional.ofNullable(row.getObject("line_manager", UUID.class)).map(PersonId::new),
                List.of(),
                row.getBoolean("ended"),
                row.getLong("directory_position"));
    }
}
