package no.oppfolging.platform.messagedesk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messagedesk.domain.MessageRef;
import no.oppfolging.platform.security.Relations;
import no.oppfolging.platform.security.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is tied to a message; it is its organisation's, and an office there gives the right. */
final class MessageRelations implements Relations {
    private final JdbcClient jdbc;

    MessageRelations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Standing> standing(PersonId person, Identifier target, Instant at) {
        return organisationOf(target).map(organisation -> new Standing(organisation, 0, List.of()));
    }

    /** One that is gone is still known by what was decided about it. */
    @Override
    public Optional<OrganisationNumber> organisationOf(Identifier target) {
        return target instanceof MessageRef(var message)
                ? jdbc.sql("""
                        select organisation from parked_messages where id = :message and organisation is not null
                        union all
                        select organisation from message_decisions where message = :message
                        limit 1
                        """)
                        .param("message", message)
                        .query((row, _) -> new OrganisationNumber(row.getString(1)))
                        .optional()
                : Optional.empty();
    }
}
