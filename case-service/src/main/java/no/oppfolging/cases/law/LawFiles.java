package no.oppfolging.cases.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.oppfolging.cases.domain.RuleSet;
import no.oppfolging.cases.domain.RuleSets;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files the law is kept in, one for each rule set (regelsett), each named by the day it came into force. */
public final class LawFiles {
    private static final String OURS = "classpath*:no/oppfolging/cases/rulesets/*.json";

    private LawFiles() {}

    /** The law this version knows. */
    public static RuleSets read() {
        return read(Optional.empty());
    }

    /**
     * The law this version knows, and what a folder adds to it; a file there holds in place of one of the same name.
     *
     * @throws WrongLaw when a file does not say what a rule set must say
     */
    public static RuleSets read(Optional<Path> folder) {
        var texts = ours();
        folder.ifPresent(more -> texts.putAll(in(more)));
        var sets = new ArrayList<RuleSet>();
        texts.forEach((name, text) -> sets.add(WrittenRuleSet.parse(name, text)));
        return new RuleSets(List.copyOf(sets));
    }

    private static Map<String, String> ours() {
        var texts = new TreeMap<String, String>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(OURS)) {
                texts.put(String.valueOf(file.getFilename()), file.getContentAsString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Map<String, String> in(Path folder) {
        var texts = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new WrongLaw("The folder of rule sets " + folder + " cannot be read.");
        }
        return texts;
    }
}
