package no.oppfolging.local.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final String WORD = Canary.number(7).word();

    @TempDir
    private Path folder;

    @Test
    void finds_a_canary_in_every_form() throws Exception {
        var forms = Map.of(
                "utf8", WORD.getBytes(StandardCharsets.UTF_8),
                "utf16", WORD.getBytes(StandardCharsets.UTF_16LE),
                "hex", ascii(HexFormat.of().formatHex(WORD.getBytes(StandardCharsets.UTF_8))),
                "url", ascii(URLEncoder.encode(WORD, StandardCharsets.UTF_8)),
                "json", ascii(WORD.replace("æ", "\\u00e6")),
                "base64", base64(WORD),
                "base64-1", base64("a" + WORD),
                "base64-2", base64("ab" + WORD));
        for (var form : forms.entrySet()) {
            Files.write(folder.resolve(form.getKey()), form.getValue());
        }
        assertThat(Search.in(folder).stream().map(found -> found.file().toString()))
                .containsOnly(forms.keySet().toArray(String[]::new));
    }

    @Test
    void tells_which_one_it_was_where_that_can_be_read() throws Exception {
        Files.writeString(folder.resolve("file"), "before " + WORD + " after");
        assertThat(Search.in(folder))
                .singleElement()
                .extracting(Search.Found::word)
                .isEqualTo(WORD);
    }

    @Test
    void finds_nothing_where_there_is_nothing() throws Exception {
        Files.writeString(folder.resolve("file"), "zqkan");
        assertThat(Search.in(folder)).isEmpty();
    }

    private static byte[] base64(String text) {
        return Base64.getEncoder().encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
