package no.oppfolging.local.company;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.kernel.OrganisationNumber;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of HR's system, by its contract.
 *
 * @param type such as {@code AbsenceReported}
 */
public record HrMessage(
        UUID id,
        String type,
        UUID employment,
        OrganisationNumber organisation,
        Instant time,
        Map<String, Object> data) {
    private static final String SOURCE = "https://hr.fjordlys.example/lonn";
    private static final JsonMapper JSON = JsonMapper.shared();

    String key() {
        return employment.toString();
    }

    public byte[] bytes() {
        var message = new LinkedHashMap<String, Object>();
        message.put("specversion", "1.0");
        message.put("id", id.toString());
        message.put("source", SOURCE);
        message.put("type", "no.oppfolging.hr." + type + ".v1");
        message.put("time", time.toString());
        message.put("datacontenttype", "application/json");
        message.put("subject", employment.toString());
        message.put("organisation", organisation.value());
        message.put("data", data);
        return JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
    }
}
