package no.oppfolging.cases.domain.figures;

import java.util.List;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.DomainEvent;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * That the figures of a quarter were told (publisering): once, whatever is learned afterwards. Counted anew after a
 * correction they would be others, and the difference would tell of somebody.
 */
public sealed interface QuarterPublication {
    /** Names one quarter of one organisation. */
    record PublicationId(UUID value) implements Identifier {
        private static final UUID NAMESPACE = UUID.fromString("3b8f6c1d-52ab-5a07-8e2f-94d1c6a70b58");

        public static PublicationId of(OrganisationNumber organisation, String quarter) {
            return new PublicationId(DerivedId.of(NAMESPACE, organisation.value() + "/" + quarter));
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** Tells an organisation's figures of a quarter, unless they have been told. */
    record PublishQuarter(OrganisationNumber organisation, QuarterFigures figures) implements DomainCommand {
        @Override
        public PublicationId target() {
            return PublicationId.of(organisation, figures.quarter());
        }
    }

    record QuarterPublished(PublicationId publicationId, QuarterFigures figures) implements DomainEvent {
        @Override
        public PublicationId stream() {
            return publicationId;
        }
    }

    List<QuarterPublished> decide(PublishQuarter command);

    /** Nobody has seen them. */
    record Untold() implements QuarterPublication {
        @Override
        public List<QuarterPublished> decide(PublishQuarter command) {
            return List.of(new QuarterPublished(command.target(), command.figures()));
        }
    }

    /** They stand as they were told. */
    record Told() implements QuarterPublication {
        @Override
        public List<QuarterPublished> decide(PublishQuarter command) {
            return List.of();
        }
    }
}
