package no.oppfolging.cases.read.agreed;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.domain.agreed.Occasion;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Answers which cases two have agreed on, rather than an absence has opened. */
public final class AgreedFollowUps {
    private final ViewTables tables;
    private final PersonalTexts texts;

    public AgreedFollowUps(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.texts = texts;
    }

    static String contextOf(CaseId caseId) {
        return "agreed follow_ups " + caseId + " occasion";
    }

    /**
     * A case that two have agreed on.
     *
     * @param occasion empty when it has been erased
     */
    public record Agreed(CaseId caseId, boolean open, long version, Optional<Occasion> occasion) {}

    private record Row(
            PersonId employee,
            boolean open,
            long version,
            @Nullable String occasion) {}

    public Optional<Agreed> of(CaseId caseId) {
        return tables.sql("select * from view.follow_ups where case_id = :case")
                .param("case", caseId.value())
                .query((row, _) -> new Row(
                        new PersonId(row.getObject("employee", UUID.class)),
                        row.getBoolean("open"),
                        row.getLong("version"),
                        row.getString("occasion_sealed")))
                .optional()
                .map(row -> new Agreed(caseId, row.open(), row.version(), occasion(caseId, row)));
    }

    private Optional<Occasion> occasion(CaseId caseId, Row row) {
        return Optional.ofNullable(row.occasion())
                .map(kept -> texts.open(row.employee(), kept, contextOf(caseId)))
                .filter(text -> !text.isErased())
                .map(PersonalText::text)
                .map(Occasion::valueOf);
    }

    public boolean isAgreed(CaseId caseId) {
        return !among(List.of(caseId)).isEmpty();
    }

    /** Those of some cases that two have agreed on. */
    public Set<CaseId> among(Collection<CaseId> cases) {
        return cases.isEmpty()
                ? Set.of()
                : Set.copyOf(tables.sql("select case_id from view.follow_ups where case_id in (:cases)")
                        .param("cases", cases.stream().map(CaseId::value).toList())
                        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                        .list());
    }
}
