package no.oppfolging.local.dryrun;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.automation.HrCommands;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * What one message asks of the follow-up, without a name or an address. As bytes it is ordered by employment, then by
 * when HR said it: so the order of the lines means nothing.
 */
record Told(EmploymentFollowUpCommand command, UUID messageId, Instant time, OrganisationNumber organisation) {
    private static final int ROOM = 128;
    private static final byte EMPLOYMENT = 1;
    private static final byte EMPLOYMENT_END = 2;
    private static final byte ABSENCE = 3;
    private static final byte WITHDRAWAL = 4;

    static Told of(Message message) {
        return new Told(HrCommands.of(message), message.id(), message.time(), message.organisation());
    }

    EmploymentId employmentId() {
        return command.employmentId();
    }

    /** Whose the employment is said to be, where that is said. */
    Optional<PersonId> employee() {
        return command instanceof NoteEmployment note ? Optional.of(note.employee()) : Optional.empty();
    }

    byte[] toBytes() {
        var to = ByteBuffer.allocate(ROOM);
        put(to, employmentId().value());
        to.putLong(time.getEpochSecond() ^ Long.MIN_VALUE).putInt(time.getNano());
        put(to, messageId);
        to.putInt(Integer.parseInt(organisation.value()));
        switch (command) {
            case NoteEmployment c ->
                put(to.put(EMPLOYMENT).putLong(c.revision()), c.employee().value());
            case NoteEmploymentEnd c -> put(to.put(EMPLOYMENT_END).putLong(c.revision()), c.lastDay());
            case RegisterAbsence c -> {
                put(to.put(ABSENCE).putLong(c.revision()), c.absenceId());
                put(to, c.from());
                put(to, c.to());
                to.put((byte) (c.grade() == null ? 0 : c.grade()));
                to.put(c.kind().name().getBytes(US_ASCII));
            }
            case WithdrawAbsence c -> put(to.put(WITHDRAWAL).putLong(c.revision()), c.absenceId());
            default -> throw new IllegalArgumentException("HR does not tell of it");
        }
        return Arrays.copyOf(to.array(), to.position());
    }

    static Told fromBytes(byte[] bytes) {
        var from = ByteBuffer.wrap(bytes);
        var employment = new EmploymentId(id(from));
        var time = Instant.ofEpochSecond(from.getLong() ^ Long.MIN_VALUE, from.getInt());
        var messageId = id(from);
        var organisation = new OrganisationNumber(String.format(Locale.ROOT, "%09d", from.getInt()));
        var kind = from.get();
        var revision = from.getLong();
        var command = switch (kind) {
            case EMPLOYMENT -> new NoteEmployment(employment, revision, new PersonId(id(from)));
            case EMPLOYMENT_END -> new NoteEmploymentEnd(employment, revision, day(from));
            case ABSENCE -> absence(employment, revision, time, from);
            case WITHDRAWAL -> new WithdrawAbsence(employment, id(from), revision);
            default -> throw new IllegalArgumentException("Not written here: " + kind);
        };
        return new Told(command, messageId, time, organisation);
    }

    private static RegisterAbsence absence(EmploymentId employment, long revision, Instant time, ByteBuffer from) {
        var absence = id(from);
        var first = day(from);
        var last = dayIfAny(from);
        var grade = from.get();
        var kind = AbsenceKind.valueOf(US_ASCII.decode(from).toString());
        return new RegisterAbsence(
                employment, absence, revision, kind, first, last, grade == 0 ? null : (int) grade, time);
    }

    private static void put(ByteBuffer to, UUID id) {
        to.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static UUID id(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }

    private static void put(ByteBuffer to, @Nullable LocalDate day) {
        to.putLong(day == null ? Long.MAX_VALUE : day.toEpochDay());
    }

    private static @Nullable LocalDate dayIfAny(ByteBuffer from) {
        var day = from.getLong();
        return day == Long.MAX_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static LocalDate day(ByteBuffer from) {
        return LocalDate.ofEpochDay(from.getLong());
    }
}
