package no.oppfolging.plans.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.oppfolging.platform.web.WordGuard;

/** Finds the words a writer should think twice about, by the section they stand in. */
public final class Words {
    private final WordGuard guard;

    public Words(WordGuard guard) {
        this.guard = guard;
    }

    /** Each word once; no section without any. */
    Map<String, List<String>> in(Map<String, String> texts) {
        var found = new LinkedHashMap<String, List<String>>();
        texts.forEach((section, text) -> {
            var words = guard.check(text).stream()
                    .map(finding -> text.substring(finding.start(), finding.end()))
                    .distinct()
                    .toList();
            if (!words.isEmpty()) {
                found.put(section, words);
            }
        });
        return found;
    }
}
