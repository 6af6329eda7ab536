package no.oppfolging.platform.directory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Coordinates;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What HR's system tells of an employment. */
final class ToldByHr {
    static final OrganisationNumber NORDFJELL = new OrganisationNumber("910825526");

    final EmploymentId employment = new EmploymentId(UUID.randomUUID());

    /** Somebody HR tells of. */
    record Person(PersonId id, String name) {
        Person(String name) {
            this(new PersonId(UUID.randomUUID()), name);
        }
    }

    Message told(int revision, String validFrom, Person person, Person manager) {
        var data = JsonMapper.shared()
                .createObjectNode()
                .put("employmentId", employment.toString())
                .put("revision", revision)
                .put("validFrom", validFrom);
        data.putObject("person")
                .put("personId", person.id().toString())
                .put("name", person.name())
                .put("email", "åse+leder@øl.no; b@firma.no")
                .put("language", "nn")
                .putObject("signInId")
                .put("issuer", "https://login.example")
                .put("subject", "sub-" + person.id());
        data.putObject("unit").put("id", "verksted").put("name", "Verkstedet");
        data.putObject("lineManager").put("personId", manager.id().toString());
        return message("EmploymentChanged", employment, data);
    }

    Message ended(int revision, String lastDay) {
        return message(
                "EmploymentEnded",
                employment,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("employmentId", employment.toString())
                        .put("revision", revision)
                        .put("lastDay", lastDay));
    }

    static Message about(EmploymentId employment, Message message) {
        var data = ((ObjectNode) message.data()).deepCopy().put("employmentId", employment.toString());
        return message(message.type().name(), employment, data);
    }

    static Message message(String name, EmploymentId employment, ObjectNode data) {
        var id = DerivedId.of(employment.value(), name + data);
        return new Message(
                id,
                new MessageType("hr", name, 1),
                NORDFJELL,
                employment.value(),
                Instant.parse("2026-01-01T00:00:00Z"),
                id,
                Optional.empty(),
                data,
                new Coordinates("oppfolging.hr.v1", 0, 0));
    }
}
