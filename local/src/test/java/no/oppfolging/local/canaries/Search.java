package no.oppfolging.local.canaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks for canaries in everything that lies in a folder. */
public final class Search {
    private Search() {}

    /** A canary in a file, and in which form. */
    public record Found(Path file, String form, String word) {}

    public static List<Found> in(Path folder) throws IOException {
        var found = new ArrayList<Found>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                search(folder.relativize(file), Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    private static void search(Path file, byte[] bytes, List<Found> found) {
        Canary.stems().forEach((form, stem) -> {
            for (var at = indexOf(bytes, stem, 0); at >= 0; at = indexOf(bytes, stem, at + 1)) {
                var one = new Found(file, form, Canary.readFrom(bytes, at, form, stem));
                if (!found.contains(one)) {
                    found.add(one);
                }
            }
        });
    }

    /** Boyer and Moore's way, after Horspool: most bytes are never looked at. */
    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        var last = wanted.length - 1;
        var skips = skips(wanted);
        for (var at = from; at + last < bytes.length; at += skips[bytes[at + last] & 0xff]) {
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
