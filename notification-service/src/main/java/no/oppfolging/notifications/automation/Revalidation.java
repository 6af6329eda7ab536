package no.oppfolging.notifications.automation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.oppfolging.notifications.channels.Mail;
import no.oppfolging.notifications.channels.MailWriter;
import no.oppfolging.notifications.channels.Occasion;
import no.oppfolging.notifications.channels.Owners;
import no.oppfolging.notifications.channels.Words;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.DeferralReason;
import no.oppfolging.notifications.read.about.NoticesAbout;
import no.oppfolging.notifications.read.about.NoticesAbout.Known;
import no.oppfolging.notifications.read.due.DueNotice;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;

/**
 * Asks, at the moment of sending, whether a notice is still true and whose it is; the words of its mail come with the
 * answer.
 */
public final class Revalidation {
    private final Owners owners;
    private final MailWriter writer;
    private final NoticesAbout notices;
    private final Belonging cases;
    private final Directory directory;
    private final Clock clock;

    public Revalidation(
            Owners owners, MailWriter writer, NoticesAbout notices, Belonging cases, Directory directory, Clock clock) {
        this.owners = owners;
        this.writer = writer;
        this.notices = notices;
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    /** What is to be done with a notice whose time has come. */
    sealed interface Verdict {
        record Send(Mail mail) implements Verdict {}

        record Cancel(CancellationReason reason) implements Verdict {}

        record Defer(DeferralReason reason) implements Verdict {}

        /** Somebody else is the one to tell now. */
        record TellInstead(PersonId leader) implements Verdict {}
    }

    Verdict of(DueNotice due) {
        var overtaken = overtaken(due);
        if (overtaken.isPresent()) {
            return new Verdict.Cancel(overtaken.get());
        }
        var now = clock.instant();
        var words = owners.wordsOf(due.about(), due.caseId(), directory.language(due.recipient()));
        if (words.isEmpty()) {
            return new Verdict.Defer(DeferralReason.WORDS_UNAVAILABLE);
        }
        var needless = words.get().needless(due.about(), now);
        if (needless.isPresent()) {
            return new Verdict.Cancel(needless.get());
        }
        return cases.employmentOf(due.caseId())
                .map(employment -> toTheLeader(due, words.get(), employment, now))
                .orElseGet(() -> new Verdict.Defer(DeferralReason.LEADER_MISSING));
    }

    private Verdict toTheLeader(DueNotice due, Words words, EmploymentId employment, Instant now) {
        var leader = directory.leaderOf(employment, now);
        if (leader.isEmpty()) {
            return directory
                            .employment(employment, now)
                            .filter(Employment::ended)
                            .isPresent()
                    ? new Verdict.Cancel(CancellationReason.EMPLOYMENT_ENDED)
                    : new Verdict.Defer(DeferralReason.LEADER_MISSING);
        }
        return leader.get().equals(due.recipient())
                ? toTheRecipient(due, words, employment)
                : new Verdict.TellInstead(leader.get());
    }

    private Verdict toTheRecipient(DueNotice due, Words words, EmploymentId employment) {
        var addresses = directory.emails(due.recipient());
        return addresses.isEmpty()
                ? new Verdict.Defer(DeferralReason.ADDRESS_MISSING)
                : new Verdict.Send(writer.write(
                        new Occasion(
                                due.noticeId(),
                                due.caseId(),
                                due.about(),
                                addresses,
                                directory.language(due.recipient()),
                                directory.employeeOf(employment).flatMap(directory::displayName),
                                toldBefore(due, aboutTheSame(due)),
                                due.firstDueAt(),
                                due.correlation()),
                        words));
    }

    /** Why a later one tells of the same meeting instead, if one does: as when this was being sent as it was moved. */
    private Optional<CancellationReason> overtaken(DueNotice due) {
        if (due.about().thing() != About.Thing.MEETING) {
            return Optional.empty();
        }
        var all = aboutTheSame(due);
        return all.stream()
                .skip(toldBefore(due, all) + 1L)
                .findFirst()
                .map(later -> later.ordered().cause().equals(due.noticeId().value())
                        ? CancellationReason.RECIPIENT_REPLACED
                        : CancellationReason.MEETING_MOVED);
    }

    private List<Known> aboutTheSame(DueNotice due) {
        return notices.of(due.caseId(), due.about()::equals);
    }

    private static int toldBefore(DueNotice due, List<Known> all) {
        for (var at = 0; at < all.size(); at++) {
            if (all.get(at).ordered().noticeId().equals(due.noticeId())) {
                return at;
            }
        }
        return all.size();
    }

    /** Whose news may still make a notice needless. */
    static String producerOf(DueNotice due) {
        return switch (due.about().thing()) {
            case MEETING -> "meeting";
            case PLAN, MEASURE -> "plan";
        };
    }
}
