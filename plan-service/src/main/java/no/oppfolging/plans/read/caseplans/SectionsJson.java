package no.oppfolging.plans.read.caseplans;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlannedMeasure;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import tools.jackson.databind.json.JsonMapper;

/** The sections of a plan and its measures as one personal text, so that they are sealed and opened together. */
final class SectionsJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEASURES = "plannedMeasures";

    private SectionsJson() {}

    static PersonalText write(PersonId subject, PlanContent content) {
        var plain = JSON.createObjectNode();
        content.sections().forEach((name, text) -> plain.put(name, text.text()));
        var measures = plain.putArray(MEASURES);
        content.plannedMeasures()
                .forEach(measure -> measures.addObject()
                        .put("id", measure.id().toString())
                        .put("category", measure.category().name())
                        .put("what", measure.what().text())
                        .put("responsible", measure.responsible().name())
                        .put("dueOn", measure.dueOn().toString()));
        return new PersonalText(subject, JSON.writeValueAsString(plain));
    }

    /** A section by its name; empty where it was not written, erased where all of it is. */
    static PersonalText section(PersonalText sections, String name) {
        return sections.isErased()
                ? sections
                : new PersonalText(
                        sections.subject(),
                        JSON.readTree(sections.text()).path(name).asString(""));
    }

    /** The measures; none where all of it is erased, or none had been written. */
    static List<PlannedMeasure> measures(PersonalText sections) {
        return sections.isErased()
                ? List.of()
                : StreamSupport.stream(
                                JSON.readTree(sections.text()).path(MEASURES).spliterator(), false)
                        .map(one -> new PlannedMeasure(
                                MeasureId.of(one.path("id").asString()),
                                MeasureVerb.valueOf(one.path("category").asString()),
                                new PersonalText(
                                        sections.subject(), one.path("what").asString()),
                                Party.valueOf(one.path("responsible").asString()),
                                LocalDate.parse(one.path("dueOn").asString())))
                        .toList();
    }
}
