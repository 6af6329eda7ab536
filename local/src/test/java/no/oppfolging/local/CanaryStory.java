package no.oppfolging.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import no.oppfolging.local.canaries.Canaries;
import no.oppfolging.local.canaries.Places;
import no.oppfolging.local.canaries.Search;
import no.oppfolging.local.canaries.Typing;
import no.oppfolging.local.canaries.WrittenLog;
import no.oppfolging.platform.testing.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Words that stand nowhere else are typed into every field of every request that the services take; afterwards they are
 * read nowhere in what the product has written, but where they are meant to be.
 */
@Isolated("It reads all that is written meanwhile, and the files of others go away under it.")
class CanaryStory {
    private static final boolean FULL = Numbers.areFull();
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    private Path folder;

    @Test
    void what_people_type_lies_nowhere_in_clear() throws Exception {
        Oppfolging.beforeAnythingIsLoaded();
        var began = Clock.systemUTC().instant();
        var canaries = new Canaries();
        try (var _ = new WrittenLog(folder.resolve("log"));
                var product = product()) {
            product.start(Clock.systemUTC());
            type(product, canaries);
            Places.plant(product, canaries);
            Places.readOut(product, Files.createDirectory(folder.resolve("read")));
        }
        var found = Search.in(TEMPORARY, began);
        Places.mustHaveBeenSearched(found, canaries);
        Places.mustHoldNoOthers(found, canaries);
    }

    private static void type(Product product, Canaries canaries) {
        if (FULL) {
            System.out.println("Canaries: in every field of every request, right or wrong (-Pfull)");
            Typing.everywhere(product, canaries, product.now());
        } else {
            System.out.println("Canaries: in every text that is taken; in all other fields too with -Pfull");
            Typing.whereItIsTaken(product, canaries, product.now());
        }
    }

    private Product product() {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new Product(new RunOptions(Optional.of(folder.resolve("data")), 0), silent);
    }
}
