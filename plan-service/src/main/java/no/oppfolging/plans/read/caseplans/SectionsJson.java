package no.oppfolging.plans.read.caseplans;

import java.util.LinkedHashMap;
import java.util.Map;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import tools.jackson.databind.json.JsonMapper;

/** The sections of a plan as one personal text, so that they are sealed and opened together. */
final class SectionsJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SectionsJson() {}

    static PersonalText write(PersonId subject, Map<String, PersonalText> sections) {
        var plain = new LinkedHashMap<String, String>();
        sections.forEach((name, text) -> plain.put(name, text.text()));
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
}
