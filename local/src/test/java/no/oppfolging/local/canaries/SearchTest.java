package no.oppfolging.local.canaries;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import no.oppfolging.local.canaries.Search.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {
    private static final String WORD = Canary.number(7).word();

    @TempDir
    private Path folder;

    @Test
    void finds_a_canary_in_every_form_and_tells_which_one_it_was() throws Exception {
        for (var form : written().entrySet()) {
            Files.write(folder.resolve(form.getKey()), form.getValue());
        }
        var found = Search.in(folder);
        assertThat(found.stream().map(one -> one.file().toString()).distinct())
                .containsExactlyInAnyOrderElementsOf(written().keySet());
        assertThat(found).extracting(Found::word).containsOnly(WORD);
    }

    private static Map<String, byte[]> written() {
        var written = new LinkedHashMap<String, byte[]>();
        written.put("utf-8", ("before " + WORD + " after").getBytes(UTF_8));
        written.put("utf-16", WORD.getBytes(UTF_16LE));
        written.put("utf-16 the other way", WORD.getBytes(UTF_16BE));
        written.put("hex", HexFormat.of().formatHex(WORD.getBytes(UTF_8)).getBytes(US_ASCII));
        written.put("url", URLEncoder.encode(WORD, UTF_8).getBytes(US_ASCII));
        written.put("json", WORD.replace("æ", "\\u00e6").getBytes(US_ASCII));
        for (var before : new String[] {"", "a", "ab"}) {
            written.put("base64" + before, Base64.getEncoder().encode((before + WORD).getBytes(UTF_8)));
            written.put("base64 in a text" + before, Base64.getEncoder().encode((before + WORD + "…").getBytes(UTF_8)));
            written.put("base64 of utf-16" + before, Base64.getEncoder().encode((before + WORD).getBytes(UTF_16LE)));
        }
        return written;
    }

    @Test
    void finds_nothing_where_there_is_nothing() throws Exception {
        Files.writeString(folder.resolve("file"), "zqkan");
        assertThat(Search.in(folder)).isEmpty();
    }
}
