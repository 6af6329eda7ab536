package no.oppfolging.local.canaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.oppfolging.local.canaries.Canary.Form;

/** Looks for canaries in everything that lies in a folder. */
public final class Search {
    private final List<Form> forms = Canary.forms();
    private final List<byte[]> stems = forms.stream().map(Form::stem).toList();
    private final List<int[]> skips = stems.stream().map(Search::skips).toList();
    private final Set<Found> found = new LinkedHashSet<>();

    private Search() {}

    /** A canary in a file, and in which form. */
    public record Found(Path file, String form, String word) {}

    static Set<Found> in(Path folder) throws IOException {
        return in(folder, Instant.EPOCH);
    }

    /** In what has been written since then. */
    public static Set<Found> in(Path folder, Instant since) throws IOException {
        var search = new Search();
        try (var files = Files.find(
                folder,
                Integer.MAX_VALUE,
                (_, file) -> file.isRegularFile()
                        && !file.lastModifiedTime().toInstant().isBefore(since))) {
            for (var file : files.toList()) {
                search.through(folder.relativize(file), Files.readAllBytes(file));
            }
        }
        return search.found;
    }

    private void through(Path file, byte[] bytes) {
        for (var i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            for (var at = next(i, bytes, 0); at >= 0; at = next(i, bytes, at + 1)) {
                found.add(new Found(file, form.name(), form.readFrom(bytes, at)));
            }
        }
    }

    /** Boyer and Moore's way, after Horspool: most bytes are never looked at. */
    private int next(int form, byte[] bytes, int from) {
        var wanted = stems.get(form);
        var skip = skips.get(form);
        var last = wanted.length - 1;
        for (var at = from; at + last < bytes.length; at += skip[bytes[at + last] & 0xff]) {
            var matched = last;
            while (matched >= 0 && bytes[at + matched] == wanted[matched]) {
                matched--;
            }
            if (matched < 0) {
                return at;
            }
        }
        return -1;
    }

    private static int[] skips(byte[] wanted) {
        var skips = new int[256];
        Arrays.fill(skips, wanted.length);
        for (var i = 0; i < wanted.length - 1; i++) {
            skips[wanted[i] & 0xff] = wanted.length - 1 - i;
        }
        return skips;
    }
}
