package no.oppfolging.cases.automation;

import java.util.Optional;
import no.oppfolging.cases.domain.HrRejection.RejectHrMessage;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.messaging.Refusals;

/** When a message of HR's system has been refused, HR's system is told which and why. */
public final class WhenHrMessageRefusedTell implements Refusals {
    private static final String NAME = "cases.when-hr-message-refused-tell";

    private final Commands commands;

    public WhenHrMessageRefusedTell(Commands commands) {
        this.commands = commands;
    }

    /** Where no organisation could be read there is nobody to tell; the operator's page still shows the message. */
    @Override
    public void tell(RefusedMessage refused) {
        refused.organisation().ifPresent(organisation -> {
            var at = refused.coordinates();
            var command = new RejectHrMessage(
                    at.partition(),
                    at.offset(),
                    refused.messageId().orElse(null),
                    refused.key().orElse(refused.correlation()),
                    refused.rule().pointer(),
                    refused.rule().rule());
            commands.send(
                    command,
                    new CommandOrigin(
                            new CommandId(DerivedId.of(command.target().value(), NAME)),
                            organisation,
                            new Actor.Automatic(NAME),
                            Optional.empty(),
                            refused.messageId(),
                            refused.correlation()));
        });
    }
}
