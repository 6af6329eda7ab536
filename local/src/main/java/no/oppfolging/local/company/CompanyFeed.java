package no.oppfolging.local.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.KafkaLogin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** Plays the company's HR system: tells who works there and who is away, over the topic, once for each data folder. */
public final class CompanyFeed {
    private static final UUID NAMESPACE = UUID.fromString("0d8f3f0e-3f0b-5c58-9a53-5f0a7c9d2b11");
    private static final String TOPIC = "oppfolging.hr.v1";
    private static final String SOURCE = "https://hr.fjordlys.example/lonn";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KafkaLogin hr;
    private final String issuer;
    private final Clock clock;

    /** @param issuer whose subjects the people sign in as */
    public CompanyFeed(KafkaLogin hr, String issuer, Clock clock) {
        this.hr = hr;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @param leader whose subject; nobody where it is empty */
    private record Worker(String subject, String name, String unit, String leader) {}

    /** @param weeksAgo how many weeks ago the absence began */
    private record Away(String subject, int weeksAgo, int daysMore, String kind, int grade) {}

    private static final List<Worker> WORKERS = List.of(
            new Worker("mona", "Mona Dahl", "Verkstedet", ""),
            new Worker("ola", "Ola Berge", "Lageret", "mona"),
            new Worker("hanne", "Hanne Moe", "Personal", "mona"),
            new Worker("kari", "Kari Nordli", "Lageret", "ola"),
            new Worker("siri", "Siri Lunde", "Lageret", "ola"),
            new Worker("per", "Per Aune", "Lageret", "ola"),
            new Worker("liv", "Liv Ekre", "Verkstedet", "mona"));

    private static final List<Away> ABSENCES = List.of(
            new Away("kari", 3, 60, "SICK_NOTE", 100),
            new Away("siri", 6, 40, "SICK_NOTE", 50),
            new Away("per", 9, 20, "SICK_NOTE", 100),
            new Away("liv", 0, 3, "SELF_CERTIFICATION", 0));

    /** Tells everything, unless the marker says that it has been told; returns when the broker has it. */
    public void tellOnce(Path folder) {
        var marker = folder.resolve("told");
        if (Files.exists(marker)) {
            return;
        }
        try (var producer = new KafkaProducer<>(
                new HashMap<>(hr.clientProperties()), new StringSerializer(), new ByteArraySerializer())) {
            WORKERS.forEach(worker -> send(producer, "EmploymentStarted", worker.subject(), employment(worker)));
            ABSENCES.forEach(away -> send(producer, "AbsenceReported", away.subject(), absence(away)));
            producer.flush();
            Files.createDirectories(folder);
            Files.writeString(marker, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> employment(Worker worker) {
        var data = new LinkedHashMap<String, Object>();
        data.put("employmentId", id("employment", worker.subject()));
        data.put("revision", 1);
        data.put("validFrom", "2020-01-01");
        data.put(
                "person",
                Map.of(
                        "personId",
                        id("person", worker.subject()),
                        "name",
                        worker.name(),
                        "email",
                        worker.subject() + "@fjordlys.example",
                        "language",
                        "nb",
                        "signInId",
                        Map.of("issuer", issuer, "subject", worker.subject())));
        data.put("unit", Map.of("id", worker.unit().toLowerCase(java.util.Locale.ROOT), "name", worker.unit()));
        if (!worker.leader().isEmpty()) {
            data.put("lineManager", Map.of("personId", id("person", worker.leader())));
        }
        return data;
    }

    private Map<String, Object> absence(Away away) {
        var today = LegalDay.of(clock.instant());
        LocalDate from = today.minusWeeks(away.weeksAgo());
        var data = new LinkedHashMap<String, Object>();
        data.put("absenceId", id("absence", away.subject()));
        data.put("employmentId", id("employment", away.subject()));
        data.put("revision", 1);
        data.put("kind", away.kind());
        data.put("from", from.toString());
        data.put("to", today.plusDays(away.daysMore()).toString());
        if (away.grade() > 0) {
            data.put("grade", away.grade());
        }
        return data;
    }

    private void send(KafkaProducer<String, byte[]> producer, String type, String subject, Map<String, Object> data) {
        var key = id("employment", subject);
        var message = new LinkedHashMap<String, Object>();
        message.put("specversion", "1.0");
        message.put("id", id(type, subject));
        message.put("source", SOURCE);
        message.put("type", "no.oppfolging.hr." + type + ".v1");
        message.put("time", clock.instant().toString());
        message.put("datacontenttype", "application/json");
        message.put("subject", key);
        message.put("organisation", Company.FACTORY.value());
        message.put("data", data);
        var _ = producer.send(new ProducerRecord<>(
                TOPIC, key, JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8)));
    }

    private static String id(String kind, String subject) {
        return DerivedId.of(NAMESPACE, kind + "/" + subject).toString();
    }
}
