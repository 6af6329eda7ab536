package no.oppfolging.platform.eventlog;

import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CommandId;

/** What is stored beside every event: who, in which role, by what right, because of what. Closed: ids only. */
public record EventMetadata(Actor actor, CommandId command, Optional<UUID> causation, UUID correlation) {}
