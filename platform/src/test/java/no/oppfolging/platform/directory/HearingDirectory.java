package no.oppfolging.platform.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.Outcome;
import no.oppfolging.platform.privacy.DataKeys;
import no.oppfolging.platform.privacy.ServiceKey;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.Ids;
import no.oppfolging.platform.time.MovableClock;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The directory and those who take into it what HR tells, on a database of its own that all tests of them share. */
final class HearingDirectory {
    static final JdbcClient JDBC = JdbcClient.create(migrated().poolAsApp());
    static final MovableClock CLOCK = MovableClock.startingAt(Instant.parse("2026-03-02T08:00:00Z"));
    static final DataKeys TEXTS =
            new DataKeys(JDBC, new ServiceKey("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), new Ids(CLOCK), CLOCK);
    static final MessageContents CONTENTS = new MessageContents(JDBC, TEXTS, CLOCK);
    private static final DirectoryEntries ENTRIES = new DirectoryEntries(JDBC);
    static final Directory DIRECTORY = new Directory(ENTRIES, new SealedCards(TEXTS), CLOCK, () -> false);
    private static final List<MessageHandler> HANDLERS = List.of(
            new OwnersOfEmployments(ENTRIES),
            new OneContentForAnId(CONTENTS),
            new EmploymentNews(ENTRIES, new SealedCards(TEXTS), TransactionOperations.withoutTransaction(), CLOCK));

    private HearingDirectory() {}

    private static Database migrated() {
        var database = Servers.freshDatabase(ServiceName.MEETINGS);
        Flyway.configure()
                .dataSource(database.asOwner())
                .locations("classpath:db/platform")
                .placeholders(Map.of("app", database.appUsername()))
                .load()
                .migrate();
        return database;
    }

    static void hear(Message message) {
        assertThat(outcomeOf(message)).isEqualTo(Outcome.done());
    }

    /** As those who handle it are asked, one after another. */
    static Outcome outcomeOf(Message message) {
        return HANDLERS.stream()
                .filter(handler -> handler.types().contains(message.type()))
                .map(handler -> handler.handle(message))
                .filter(outcome -> !outcome.equals(Outcome.done()))
                .findFirst()
                .orElseGet(Outcome::done);
    }
}
