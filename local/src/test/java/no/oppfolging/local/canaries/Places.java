package no.oppfolging.local.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import no.oppfolging.local.Visitor;
import no.oppfolging.local.canaries.Search.Found;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.platform.testing.ServiceName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where canaries are looked for, and the few places where one may be read, each with its reason. */
public final class Places {
    private static final Logger log = LoggerFactory.getLogger(Places.class);
    private static final String PLANTED = "planted in ";

    /**
     * Where some canaries may be read.
     *
     * @param files by their paths
     * @param typed by where they were typed
     */
    private record MayBeRead(String why, Predicate<String> files, Predicate<String> typed) {}

    private static final List<MayBeRead> MAY_BE_READ = List.of(
            new MayBeRead(
                    "HR's own topic, which HR's system writes, and none but the services may read",
                    file -> file.contains("/oppfolging.hr.v1-"),
                    typed -> typed.startsWith(HrFeed.OVER_THE_TOPIC)),
            new MayBeRead(
                    "what a unit is called says nothing about anybody",
                    file -> file.contains("postgres") || file.contains("directory_entries"),
                    typed -> typed.endsWith("/data/unit/name") || typed.endsWith("/data/unit/id")),
            new MayBeRead(
                    "an invitation says where to meet",
                    file -> file.contains("mail"),
                    typed -> typed.endsWith("place")));

    private Places() {}

    /** Puts a canary of its own into every place that is searched. */
    public static void plant(Backstage backstage, Canaries canaries) throws IOException {
        JdbcClient.create(backstage.superuser(ServiceName.CASES))
                .sql("create table planted as select :word as word")
                .param("word", canaries.typedAt(PLANTED + "the database"))
                .update();
        log.info("Here is one: {}", canaries.typedAt(PLANTED + "the log"));
        Files.writeString(Files.createTempFile("planted", ".txt"), canaries.typedAt(PLANTED + "a temporary file"));
    }

    /** Large values lie compressed in PostgreSQL's files, and what is in mails may be folded: both are read out too. */
    public static void readOut(Backstage backstage, Path folder) throws IOException {
        for (var service : ServiceName.values()) {
            var jdbc = JdbcClient.create(backstage.superuser(service));
            jdbc.sql("checkpoint").update();
            var tables = jdbc.sql("""
                    select format('%I.%I', schemaname, tablename) from pg_tables
                     where schemaname not in ('pg_catalog', 'information_schema')
                    """).query(String.class).list();
            for (var table : tables) {
                var rows = jdbc.sql("select t::text from " + table + " t")
                        .query(String.class)
                        .list();
                Files.write(folder.resolve(service.plural() + "." + table), rows);
            }
        }
        try (var reader = new Visitor()) {
            var mails = backstage.frontDoor().resolve("/mail/api");
            for (var mail : JsonMapper.shared().readTree(reader.open(mails).text())) {
                var id = mail.path("id").asString();
                Files.writeString(
                        folder.resolve("mail." + id),
                        reader.open(URI.create(mails + "/" + id)).text());
            }
        }
    }

    /** Each that is found where it may not be read, and where it was typed. */
    public static void mustHoldNoOthers(Collection<Found> found, Canaries canaries) {
        var leaks = new TreeSet<String>();
        for (var one : found) {
            var typed = canaries.placesOf(one.word());
            if (!typed.startsWith(PLANTED) && !mayBeRead(one, typed)) {
                leaks.add("%s (%s): typed at %s".formatted(one.file(), one.form(), typed));
            }
        }
        assertThat(leaks).as("what lies in clear").isEmpty();
    }

    private static boolean mayBeRead(Found found, String typed) {
        var file = "/" + found.file().toString().replace('\\', '/');
        return MAY_BE_READ.stream()
                .anyMatch(may -> may.files().test(file) && may.typed().test(typed));
    }

    /** So that one may rely on the others: those planted are found, and those that may be read, where they may. */
    public static void mustHaveBeenSearched(Collection<Found> found, Canaries canaries) {
        assertThat(found.stream().map(one -> canaries.placesOf(one.word())))
                .contains(PLANTED + "the database", PLANTED + "the log", PLANTED + "a temporary file");
        for (var may : MAY_BE_READ) {
            assertThat(found).as(may.why()).anyMatch(one -> mayBeRead(one, canaries.placesOf(one.word())));
        }
    }
}
