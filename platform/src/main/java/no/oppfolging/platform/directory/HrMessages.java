package no.oppfolging.platform.directory;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;

/** The messages that HR's system sends (meldinger fra lønns- og personalsystemet), and whom they tell of. */
final class HrMessages {
    static final MessageType EMPLOYMENT_ENDED = MessageType.of("no.oppfolging.hr.EmploymentEnded.v1");
    private static final Set<MessageType> OF_THE_WHOLE = Set.of(
            MessageType.of("no.oppfolging.hr.EmploymentStarted.v1"),
            MessageType.of("no.oppfolging.hr.EmploymentChanged.v1"));
    private static final Set<MessageType> ABSENCES = Set.of(
            MessageType.of("no.oppfolging.hr.AbsenceReported.v1"),
            MessageType.of("no.oppfolging.hr.AbsenceWithdrawn.v1"));
    static final Set<MessageType> EMPLOYMENTS = with(OF_THE_WHOLE, Set.of(EMPLOYMENT_ENDED));
    static final Set<MessageType> ALL = with(EMPLOYMENTS, ABSENCES);

    private HrMessages() {}

    private static Set<MessageType> with(Set<MessageType> some, Set<MessageType> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it tells of the whole employment, and so whose it is. */
    static boolean tellsOfTheWhole(Message message) {
        return OF_THE_WHOLE.contains(message.type());
    }

    /** Whose the employment is said to be, where that is said; what else a message holds says nothing. */
    static Optional<PersonId> employeeIn(Message message) {
        return tellsOfTheWhole(message)
                ? Optional.of(PersonId.of(message.data().at("/person/personId").asString()))
                : Optional.empty();
    }
}
