package no.oppfolging.platform.casefile;

import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;

/** Which cases have become one. */
public interface CaseFamilies {
    /** The case that an id leads to and all that became part of it; only the id itself where there are no others. */
    List<CaseId> familyOf(CaseId caseId);

    /** As a view knows it: by the {@code case_id} and {@code part_of} of its table {@code cases}. */
    static CaseFamilies in(ViewTables tables) {
        return caseId -> tables.sql("""
                with recursive way (case_id, part_of) as (
                    select case_id, part_of from view.cases where case_id = :case
                    union
                    select cases.case_id, cases.part_of
                      from view.cases
                      join way on cases.case_id = way.part_of
                ),
                family (case_id) as (
                    select case_id from way where part_of is null
                    union
                    select cases.case_id from view.cases join family on cases.part_of = family.case_id
                )
                select case_id from family
                """)
                .param("case", caseId.value())
                .query((found, _) -> new CaseId(found.getObject("case_id", UUID.class)))
                .list();
    }
}
