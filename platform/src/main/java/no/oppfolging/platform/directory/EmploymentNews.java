package no.oppfolging.platform.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.platform.directory.DirectoryEntries.Entry;
import no.oppfolging.platform.directory.Employment.Substitute;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what HR tells about employments into the directory. */
final class EmploymentNews implements MessageHandler {
    private final DirectoryEntries entries;
    private final SealedCards cards;
    private final TransactionOperations transaction;
    private final Clock clock;

    EmploymentNews(DirectoryEntries entries, SealedCards cards, TransactionOperations transaction, Clock clock) {
        this.entries = entries;
        this.cards = cards;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The whole employment, from a day on. */
    private record Told(
            UUID employmentId,
            int revision,
            LocalDate validFrom,
            Person person,
            Unit unit,
            Optional<Led> lineManager,
            Optional<List<ToldSubstitute>> substitutes) {}

    private record Person(
            UUID personId,
            String name,
            Optional<String> email,
            Optional<String> language,
            Optional<SignInId> signInId) {}

    private record SignInId(String issuer, String subject) {}

    private record Led(UUID personId) {}

    private record ToldSubstitute(UUID personId, LocalDate from, LocalDate to) {}

    private record End(UUID employmentId, int revision, LocalDate lastDay) {}

    @Override
    public String name() {
        return "directory.employments";
    }

    @Override
    public Set<MessageType> types() {
        return HrMessages.EMPLOYMENTS;
    }

    @Override
    public Outcome handle(Message message) {
        return message.type().equals(HrMessages.EMPLOYMENT_ENDED)
                ? end(message, message.as(End.class))
                : tell(message, message.as(Told.class));
    }

    private Outcome end(Message message, End end) {
        var owner = entries.ownerOf(new EmploymentId(end.employmentId()));
        if (owner.isEmpty()) {
            return Outcome.waits("employment-unknown");
        }
        add(new Entry(
                message.id(),
                message.time(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                message.organisation(),
                end.employmentId(),
                end.revision(),
                end.lastDay().plusDays(1),
                true,
                owner.get().employee().value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                List.of()));
        return Outcome.done();
    }

    private Outcome tell(Message message, Told told) {
        var person = new PersonId(told.person().personId());
        var substitutes = told.substitutes().orElse(List.of());
        add(new Entry(
                message.id(),
                message.time(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                message.organisation(),
                told.employmentId(),
                told.revision(),
                told.validFrom(),
                false,
                person.value(),
                Optional.of(told.unit()),
                told.lineManager().map(Led::personId),
                told.person().language(),
                Optional.of(cards.seal(
                        person, message.id(), Directory.NAME, told.person().name())),
                told.person().email().map(email -> cards.seal(person, message.id(), Directory.EMAILS, email)),
                told.person()
                        .signInId()
                        .map(signIn -> SignInHash.of(signIn.issuer(), signIn.subject()))
                        .orElse(null),
                substitutes.stream()
                        .map(one -> new Substitute(new PersonId(one.personId()), one.from(), one.to()))
                        .toList()));
        return Outcome.done();
    }

    private void add(Entry entry) {
        transaction.executeWithoutResult(_ -> entries.add(entry));
    }
}
