package no.oppfolging.platform.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.directory.DirectoryEntries.Entry;
import no.oppfolging.platform.directory.Employment.Substitute;
import no.oppfolging.platform.directory.Employment.Unit;
import no.oppfolging.platform.directory.EmploymentRules.Owner;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what HR tells about employments into the directory. */
final class EmploymentNews implements MessageHandler {
    private static final MessageType STARTED = MessageType.of("no.oppfolging.hr.EmploymentStarted.v1");
    private static final MessageType CHANGED = MessageType.of("no.oppfolging.hr.EmploymentChanged.v1");
    private static final MessageType ENDED = MessageType.of("no.oppfolging.hr.EmploymentEnded.v1");
    private static final Set<MessageType> EMPLOYMENTS = Set.of(STARTED, CHANGED, ENDED);
    private static final Set<MessageType> ABSENCES = Set.of(
            MessageType.of("no.oppfolging.hr.AbsenceReported.v1"),
            MessageType.of("no.oppfolging.hr.AbsenceWithdrawn.v1"));

    private final DirectoryEntries entries;
    private final SealedCards cards;
    private final TransactionOperations transaction;

    EmploymentNews(DirectoryEntries entries, SealedCards cards, TransactionOperations transaction) {
        this.entries = entries;
        this.cards = cards;
        this.transaction = transaction;
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

    /** Absences tell the directory nothing; but nobody tells of those of another organisation's people. */
    @Override
    public Set<MessageType> types() {
        return Stream.concat(EMPLOYMENTS.stream(), ABSENCES.stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Outcome handle(Message message) {
        var owner = entries.ownerOf(new EmploymentId(message.key()));
        var broken = EmploymentRules.brokenBy(message)
                .or(() -> owner.flatMap(known -> EmploymentRules.brokenBy(message, known)));
        if (broken.isPresent()) {
            return new Outcome.Refused(broken.get());
        }
        if (!EMPLOYMENTS.contains(message.type())) {
            return Outcome.done();
        }
        return message.type().equals(ENDED)
                ? end(message, message.as(End.class), owner)
                : tell(message, message.as(Told.class));
    }

    private Outcome end(Message message, End end, Optional<Owner> owner) {
        if (owner.isEmpty()) {
            return Outcome.waits("employment-unknown");
        }
        add(new Entry(
                message.id(),
                message.time(),
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
