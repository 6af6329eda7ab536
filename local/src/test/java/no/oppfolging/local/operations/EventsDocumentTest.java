package no.oppfolging.local.operations;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.oppfolging.platform.eventlog.EventCatalogue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docs/events.md} tells of every event that is stored, and every message that is told. */
class EventsDocumentTest {
    private static final Map<String, String> CATALOGUES = Map.of(
            "case-service", "no.oppfolging.cases.CaseEvents",
            "meeting-service", "no.oppfolging.meetings.MeetingEvents",
            "plan-service", "no.oppfolging.plans.PlanEvents",
            "notification-service", "no.oppfolging.notifications.NotificationEvents");
    private static final List<String> PRODUCERS = List.of("hr", "case", "meeting", "plan", "notification", "watermark");

    @Test
    void is_up_to_date() {
        var page = new StringBuilder("""
                # Events and messages

                Generated from the services' catalogues, their approved snapshots and `contracts/`. An event is stored under its name for ever; a field marked *sealed* is personal text under a key of that purpose. A message is what leaves a service, made on purpose.
                """);
        for (var service : Sources.SERVICES) {
            stored(service, page);
        }
        page.append("\n# What travels\n");
        for (var producer : PRODUCERS) {
            told(producer, page);
        }
        Sources.mustBe("docs/events.md", page.toString());
    }

    private static void stored(String service, StringBuilder page) {
        page.append("\n## ").append(service).append("\n\n| event | fields | told as |\n|---|---|---|\n");
        var catalogue = catalogueOf(service);
        for (var name : catalogue.names()) {
            var entry = catalogue.entryOf(name);
            var snapshot = Sources.ROOT
                    .resolve(service)
                    .resolve("src/test/resources/events")
                    .resolve(name + ".r" + entry.revision() + ".json");
            var fields = new ArrayList<String>();
            fields("", JsonMapper.shared().readTree(Sources.read(snapshot)), fields);
            page.append("| `%s` | %s | %s |\n".formatted(name, String.join(", ", fields), toldAs(name)));
        }
    }

    private static void fields(String path, JsonNode value, List<String> fields) {
        if (value.isObject() && value.has("sealed")) {
            fields.add("`%s` *sealed: %s*"
                    .formatted(path, value.get("sealed").asString().replaceFirst(":.*", "")));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(field -> fields(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), fields));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isObject()) {
            fields(path + "[]", value.get(0), fields);
        } else {
            fields.add("`" + path + (value.isArray() ? "[]" : "") + "`");
        }
    }

    private static String toldAs(String event) {
        var producer = event.substring(0, event.indexOf('.'));
        var name = event.substring(event.indexOf('.') + 1);
        return Files.exists(Sources.ROOT.resolve("contracts/" + producer + "/" + name + ".v1.schema.json"))
                ? "`no.oppfolging.%s.v1`".formatted(event)
                : "";
    }

    private static void told(String producer, StringBuilder page) {
        page.append("\n## oppfolging.%s.v1\n\n| message | tells that | fields |\n|---|---|---|\n".formatted(producer));
        Sources.files(Sources.ROOT.resolve("contracts").resolve(producer))
                .filter(file -> file.getFileName().toString().endsWith(".schema.json"))
                .forEach(file -> {
                    var schema = JsonMapper.shared().readTree(Sources.read(file));
                    var data = schema.at("/properties/data");
                    var required = new TreeSet<String>();
                    data.path("required").forEach(name -> required.add(name.asString()));
                    var fields = data.path("properties").properties().stream()
                            .map(field -> "`" + field.getKey() + "`"
                                    + (required.contains(field.getKey()) ? "" : " (may be left out)"))
                            .toList();
                    page.append("| `%s` | %s | %s |\n"
                            .formatted(
                                    schema.at("/properties/type/const").asString(),
                                    schema.path("description").asString(""),
                                    String.join(", ", fields)));
                });
    }

    private static EventCatalogue catalogueOf(String service) {
        try {
            var catalogue = Class.forName(CATALOGUES.get(service)).getDeclaredMethod("catalogue");
            catalogue.setAccessible(true);
            return (EventCatalogue) catalogue.invoke(null);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("No catalogue of " + service, e);
        }
    }
}
