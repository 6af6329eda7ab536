package no.oppfolging.plans.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps one draft for each case and author, sealed under the employee's key for drafts. */
public final class Drafts {
    private static final JsonMapper JSON = EventJson.mapper();

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    public Drafts(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    private record Kept(
            Map<String, String> sections, Optional<LocalDate> evaluationDate, Optional<Boolean> employeeContributed) {}

    private record Row(String content, Instant savedAt) {}

    /** What the author has written; empty also when it has been erased. */
    public Optional<Draft> find(CaseId caseId, PersonId employee, PersonId author) {
        return jdbc.sql("select content, saved_at from workbench.drafts where case_id = :case and author = :author")
                .param("case", caseId.value())
                .param("author", author.value())
                .query((row, _) -> new Row(
                        row.getString("content"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .optional()
                .flatMap(row -> opened(caseId, employee, author, row));
    }

    /** The same; without one, what they wrote last in a case that has become part of this one. */
    public Optional<Draft> find(CaseId caseId, Collection<CaseId> family, PersonId employee, PersonId author) {
        return find(caseId, employee, author)
                .or(() -> latest(family, author).flatMap(other -> find(other, employee, author)));
    }

    /** The same, and from now on it is this case's own: there it is written on and presented. */
    public Optional<Draft> bringOver(CaseId caseId, Collection<CaseId> family, PersonId employee, PersonId author) {
        var own = find(caseId, employee, author);
        var other = latest(family, author);
        if (own.isPresent() || other.isEmpty()) {
            return own;
        }
        var draft = find(other.get(), employee, author);
        draft.ifPresent(found -> {
            save(caseId, employee, author, found);
            discard(other.get(), author);
        });
        return draft;
    }

    private Optional<CaseId> latest(Collection<CaseId> cases, PersonId author) {
        return savedBy(author).entrySet().stream()
                .filter(saved -> cases.contains(saved.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** When the author saved a draft last, by the case. */
    public Map<CaseId, Instant> savedBy(PersonId author) {
        var saved = new HashMap<CaseId, Instant>();
        jdbc.sql("select case_id, saved_at from workbench.drafts where author = :author")
                .param("author", author.value())
                .query(row -> {
                    saved.put(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            row.getObject("saved_at", OffsetDateTime.class).toInstant());
                });
        return saved;
    }

    public void save(CaseId caseId, PersonId employee, PersonId author, Draft draft) {
        var plain = new HashMap<String, String>();
        draft.sections().forEach((name, text) -> plain.put(name, text.text()));
        var content = JSON.writeValueAsString(new Kept(plain, draft.evaluationDate(), draft.employeeContributed()));
        jdbc.sql("""
                insert into workbench.drafts (case_id, author, content, saved_at)
                values (:case, :author, :content, :at)
                on conflict (case_id, author) do update set content = excluded.content, saved_at = excluded.saved_at
                """)
                .param("case", caseId.value())
                .param("author", author.value())
                .param(
                        "content",
                        texts.seal(
                                new PersonalText(employee, content),
                                Optional.of(caseId),
                                Purpose.DRAFT,
                                context(caseId, author)))
                .param("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void discard(CaseId caseId, PersonId author) {
        jdbc.sql("delete from workbench.drafts where case_id = :case and author = :author")
                .param("case", caseId.value())
                .param("author", author.value())
                .update();
    }

    /** Deletes what nobody has written on since an instant; tells how many there were. */
    int discardSavedBefore(Instant instant) {
        return jdbc.sql("delete from workbench.drafts where saved_at < :instant")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Draft> opened(CaseId caseId, PersonId employee, PersonId author, Row row) {
        var content = texts.open(employee, row.content(), context(caseId, author));
        if (content.isErased()) {
            return Optional.empty();
        }
        var kept = JSON.readValue(content.text(), Kept.class);
        var sections = new HashMap<String, PersonalText>();
        kept.sections().forEach((name, text) -> sections.put(name, new PersonalText(employee, text)));
        return Optional.of(new Draft(sections, kept.evaluationDate(), kept.employeeContributed(), row.savedAt()));
    }

    private static String context(CaseId caseId, PersonId author) {
        return "workbench drafts " + caseId + " " + author + " content";
    }
}
