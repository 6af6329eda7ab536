package no.oppfolging.platform.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import no.oppfolging.platform.kernel.Refusal;

/** The sentences of a message file, as a person reads them: {@code {name}} stands for the argument of that name. */
public final class Sentences {
    private final String file;
    private final Properties sentences = new Properties();

    private Sentences(String file) {
        this.file = file;
    }

    /** Those of a file on the class path, such as {@code messages/meetings.properties}. */
    public static Sentences in(String file) {
        var read = new Sentences(file);
        try (var stream = Sentences.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("No message file " + file);
            }
            read.sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** The sentence of a rule, its arguments not yet put in. */
    public Optional<String> of(String rule) {
        return Optional.ofNullable(sentences.getProperty("refusal." + rule));
    }

    public String of(Refusal refusal) {
        var sentence = of(refusal.rule())
                .orElseThrow(() -> new AssertionError("No sentence for refusal." + refusal.rule() + " in " + file));
        for (var argument : refusal.arguments().entrySet()) {
            sentence = sentence.replace("{" + argument.getKey() + "}", argument.getValue());
        }
        return sentence;
    }
}
