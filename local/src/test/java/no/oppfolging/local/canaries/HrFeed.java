package no.oppfolging.local.canaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.oppfolging.local.company.HrMessage;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.story.Backstage;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.ServiceName;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What HR tells, over its topic, over HTTP and in a file: a canary in every text of every message. */
final class HrFeed {
    static final String OVER_THE_TOPIC = "over the topic";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TOPIC = "oppfolging.hr.v1";
    private static final String HANNE = "hanne";
    private static final int PER_IS_LATE = 40;

    private final Backstage backstage;
    private final Canaries canaries;
    private final HrOffice office;
    private final LocalDate today;
    private int revision = 10;

    HrFeed(Backstage backstage, Canaries canaries, Instant now) {
        this.backstage = backstage;
        this.canaries = canaries;
        this.office = new HrOffice(backstage.issuer(), now);
        this.today = LegalDay.of(now);
    }

    /** Ola leads Kari, Per and Siri; Kari is away since Thursday's week, Per for so long that a deadline is missed. */
    void tellOfPeople() {
        var people = Stream.of("vera", "ola", "kari", "per", "siri")
                .map(subject -> named(subject, OVER_THE_TOPIC + " name of " + subject))
                .toList();
        tell(people);
        tell(List.of(
                json(office.away("kari", 1, 1, "SICK_NOTE", 100, today.minusDays(5), Optional.of(today.plusDays(60)))),
                json(office.away(
                        "per",
                        1,
                        1,
                        "SICK_NOTE",
                        100,
                        today.minusDays(PER_IS_LATE),
                        Optional.of(today.plusDays(60))))));
    }

    private ObjectNode named(String subject, String place) {
        var message = json(office.employed(subject));
        ((ObjectNode) message.path("data").path("person")).put("name", canaries.typedAt(place));
        return message;
    }

    /** Every text of every kind of message in turn; most are refused, and some wait for what never comes. */
    void typeIntoMessages(Typists typists) {
        tell(withCanaries(OVER_THE_TOPIC));
        var answer = typists.post(HANNE, ServiceName.CASES, "/api/hr/messages", Map.of(), withCanaries("over HTTP"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("WAITS", "REFUSED");
    }

    private List<ObjectNode> withCanaries(String how) {
        var all = new ArrayList<ObjectNode>();
        for (var right : rightOnes()) {
            for (var pointer : texts(right, "")) {
                var place = how + " " + right.path("type").asString() + " " + pointer;
                var wrong = right.deepCopy();
                wrong.put("id", Filling.idOf(place).toString());
                ((ObjectNode) wrong.path("data")).put("revision", ++revision);
                var parent = pointer.substring(0, pointer.lastIndexOf('/'));
                put(wrong.at(parent), pointer.substring(parent.length() + 1), word(pointer, canaries.typedAt(place)));
                all.add(wrong);
            }
        }
        all.add(waiting(how));
        return all;
    }

    /** An address has to look like one. */
    private static String word(String pointer, String canary) {
        return pointer.endsWith("/email") ? canary + "@fjordlys.example" : canary;
    }

    /** About somebody of whom HR has told nothing. */
    private ObjectNode waiting(String how) {
        var message = json(office.away("tone", 1, 1, "VACATION", 0, today, Optional.of(today)));
        message.put("id", Filling.idOf(how + " waiting").toString());
        ((ObjectNode) message.path("data")).put("remark", canaries.typedAt(how + " waiting /data/remark"));
        return message;
    }

    private List<ObjectNode> rightOnes() {
        var absence = json(office.away("siri", 1, 1, "VACATION", 0, today, Optional.of(today)));
        var withdrawn = absence.deepCopy();
        withdrawn.put("type", "no.oppfolging.hr.AbsenceWithdrawn.v1");
        var employed = json(office.employed("siri"));
        var changed = employed.deepCopy();
        changed.put("type", "no.oppfolging.hr.EmploymentChanged.v1");
        var ended = employed.deepCopy();
        ended.put("type", "no.oppfolging.hr.EmploymentEnded.v1");
        ((ObjectNode) ended.path("data")).put("lastDay", today.plusYears(1).toString());
        return List.of(absence, withdrawn, employed, changed, ended);
    }

    private static List<String> texts(JsonNode node, String at) {
        return switch (node) {
            case ObjectNode object ->
                object.propertyStream()
                        .flatMap(field -> texts(field.getValue(), at + "/" + field.getKey()).stream())
                        .toList();
            case ArrayNode array ->
                IntStream.range(0, array.size())
                        .boxed()
                        .flatMap(i -> texts(array.path(i), at + "/" + i).stream())
                        .toList();
            default -> node.isString() ? List.of(at) : List.of();
        };
    }

    private static void put(JsonNode parent, String name, String word) {
        if (parent instanceof ObjectNode object) {
            object.put(name, word);
        }
    }

    /** Hands in a file, looks through it, and has it taken. */
    void typeIntoFile(Typists typists) {
        var columns = List.of(
                "arbeidsforhold", "fravær", "revisjon", "type", "fra", "til", "grad", "organisasjonsnummer", "merknad");
        var wrong = columns.stream()
                .map(column -> canaries.typedAt("in a file " + column))
                .toList();
        var right = List.of(
                office.employmentOf("siri").toString(),
                Filling.idOf("an absence in a file").toString(),
                "1",
                "ferie",
                today.toString(),
                today.toString(),
                "",
                "310987662",
                canaries.typedAt("in a file, rightly, merknad"));
        var file = Stream.of(columns, wrong, right)
                .map(row -> String.join(";", row))
                .collect(Collectors.joining("\r\n"));
        var page = typists.open(HANNE, "/cases/absences");
        var preview = typists.upload(HANNE, page, "/cases/absences/previews", "file", file);
        var form = Typists.formOn(preview, "/cases/absences");
        assertThat(form.hidden()).as(preview.text()).isNotEmpty();
        var taken = typists.submit(HANNE, form, form.hidden());
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text()).contains(right.getFirst()).doesNotContain(right.getLast());
    }

    private static ObjectNode json(HrMessage message) {
        return (ObjectNode) JSON.readTree(message.bytes());
    }

    private void tell(Collection<ObjectNode> messages) {
        var login = new HashMap<>(backstage.kafka().login(KafkaServer.HR).clientProperties());
        try (var producer = new KafkaProducer<>(login, new StringSerializer(), new StringSerializer())) {
            for (var message : messages) {
                var _ = producer.send(
                        new ProducerRecord<>(TOPIC, message.path("subject").asString(), message.toString()));
            }
        }
    }
}
