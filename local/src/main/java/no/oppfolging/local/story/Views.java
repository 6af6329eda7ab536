package no.oppfolging.local.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.oppfolging.local.story.SickLeave.Cases;
import no.oppfolging.local.visits.Api;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the product shows of a story: before and after every view has been built anew, from nothing but the logs. */
final class Views {
    private final Backstage backstage;
    private final Api api;

    Views(Backstage backstage, Api api) {
        this.backstage = backstage;
        this.api = api;
    }

    List<String> differences(Cases cases) {
        var before = shown(cases);
        backstage.restartServices(() -> {
            for (var service : ServiceName.values()) {
                forget(service);
            }
        });
        var after = shown(cases);
        var differences = new ArrayList<String>();
        before.forEach((what, body) -> {
            if (!body.equals(after.get(what))) {
                differences.add(
                        what + " shows something else once it is built anew: " + after.get(what) + ", not " + body);
            }
        });
        return differences;
    }

    private Map<String, JsonNode> shown(Cases cases) {
        var shown = new LinkedHashMap<String, JsonNode>();
        show(shown, "ola", "/api/cases");
        for (var caseId : List.of(cases.kari(), cases.per())) {
            for (var part : List.of("", "/history", "/meetings", "/plans", "/notices")) {
                show(shown, "ola", "/api/cases/" + caseId + part);
            }
        }
        show(shown, "kari", "/api/cases/" + cases.kari() + "/plans");
        return shown;
    }

    private void show(Map<String, JsonNode> shown, String person, String path) {
        var whole = api.await(person, path, path + " to be answered by every service", Views::isWhole);
        shown.put(person + " " + path, whole.body());
    }

    /** A history says which services did not answer in time, and is told all the same. */
    private static boolean isWhole(JsonNode body) {
        return body.path("missing").isEmpty();
    }

    /** A view is a schema and a place in the log, both by its name. */
    private void forget(ServiceName service) {
        var jdbc = JdbcClient.create(backstage.superuser(service));
        jdbc.sql("""
                select table_schema || '.' || table_name
                  from information_schema.tables
                  join subscriber_places on processor_name = table_schema
                """).query(String.class).list().forEach(table -> {
            var _ = jdbc.sql("truncate " + table + " cascade").update();
        });
        jdbc.sql("""
                delete from subscriber_places
                 where processor_name in (select schema_name from information_schema.schemata)
                """).update();
    }
}
