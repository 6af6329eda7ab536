package no.oppfolging.local.dryrun;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.automation.HrCommands;
import no.oppfolging.cases.domain.EmploymentFollowUp;
import no.oppfolging.cases.domain.RuleSets;
import no.oppfolging.platform.directory.EmploymentRules;
import no.oppfolging.platform.directory.EmploymentRules.Owner;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.BrokenRule;
import org.jspecify.annotations.Nullable;

/** Hears all that is told of one employment: what has to wait is heard when what it waits for has come, or refused. */
final class Hearing {
    private final Instant now;
    private final List<Rejection> rejected = new ArrayList<>();
    private EmploymentFollowUp followUp;
    private @Nullable Owner owner;

    Hearing(RuleSets law, Instant now) {
        this.followUp = EmploymentFollowUp.unknown(law);
        this.now = now;
    }

    EmploymentFollowUp followUp() {
        return followUp;
    }

    List<Rejection> rejected() {
        return rejected;
    }

    Hearing of(List<Told> all) {
        var waiting = all;
        var before = -1;
        while (waiting.size() != before) {
            before = waiting.size();
            waiting = waiting.stream().filter(told -> hear(told).isPresent()).toList();
        }
        for (var told : waiting) {
            hear(told).ifPresent(reason -> rejected.add(Rejection.of(told.messageId(), reason)));
        }
        return this;
    }

    /** What the message waits for; nothing when it has been heard or refused. */
    private Optional<BrokenRule> hear(Told told) {
        var broken = Optional.ofNullable(owner)
                .flatMap(known -> EmploymentRules.brokenBy(told.organisation(), told.employee(), known));
        if (broken.isPresent()) {
            refuse(told, broken.get());
            return Optional.empty();
        }
        try {
            followUp.facts(told.command(), now).forEach(fact -> followUp = followUp.evolve(fact));
        } catch (Refusal refusal) {
            var reason = HrCommands.broken(refusal);
            if (refusal.isForNow()) {
                return Optional.of(reason);
            }
            refuse(told, reason);
            return Optional.empty();
        }
        if (owner == null) {
            owner = told.employee()
                    .map(employee -> new Owner(told.organisation(), employee))
                    .orElse(null);
        }
        return Optional.empty();
    }

    private void refuse(Told told, BrokenRule broken) {
        rejected.add(Rejection.of(told.messageId(), broken));
    }
}
