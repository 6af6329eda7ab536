package no.oppfolging.local.story;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.local.company.HrSystem;
import no.oppfolging.local.story.SickLeave.Cases;
import no.oppfolging.local.visits.Api;
import no.oppfolging.local.visits.WentWrong;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.messaging.Outbox;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.time.NorwegianCalendar;

/** Tells a sick leave from beginning to end, then lets the logs tell it again, and compares. */
public final class Story {
    private final Backstage backstage;
    private final Optional<Breakage> breakage;
    private final PrintStream out;

    public Story(Backstage backstage, Optional<Breakage> breakage, PrintStream out) {
        this.backstage = backstage;
        this.breakage = breakage;
        this.out = out;
    }

    /** Tells it; whether everything was as it should be. */
    public boolean tell() {
        try (var api = new Api(backstage.frontDoor());
                var hr = new HrSystem(backstage.kafka().login(KafkaServer.HR))) {
            out.println();
            out.println("The story of a sick leave");
            var sickLeave =
                    new SickLeave(api, hr, backstage.issuer(), new NorwegianCalendar(), new Narrator(out, api::now));
            var cases = sickLeave.tell(firstDay(sickLeave, api));
            sickLeave.tellWhatCameOfIt(cases, out);
            breakage.ifPresent(this::spoil);
            return isToldAgain(api, cases);
        } catch (WentWrong wrong) {
            out.println("The story did not go as it should: " + wrong.getMessage());
            return false;
        }
    }

    /** The same when the story is told on after an accident. */
    private LocalDate firstDay(SickLeave sickLeave, Api api) {
        var note = backstage.notes().resolve("first-day");
        try {
            if (!Files.exists(note)) {
                var next = note.resolveSibling("next");
                Files.writeString(
                        next, sickLeave.firstDay(LegalDay.of(api.now())).toString());
                Files.move(next, note, StandardCopyOption.ATOMIC_MOVE);
            }
            return LocalDate.parse(Files.readString(note));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isToldAgain(Api api, Cases cases) {
        out.println();
        out.println("The logs tell it again");
        var differences = new ArrayList<>(logs());
        if (differences.isEmpty()) {
            differences.addAll(news());
        }
        if (differences.isEmpty()) {
            differences.addAll(mails(api, cases));
        }
        if (differences.isEmpty()) {
            differences.addAll(trace(api, cases));
        }
        if (differences.isEmpty()) {
            differences.addAll(new Views(backstage, api).differences(cases));
            out.println("  every view built anew from its log shows the same: " + answer(differences));
        }
        differences.forEach(difference -> out.println("  differs: " + difference));
        out.println();
        out.println(differences.isEmpty() ? "All is as it was told." : "Not all is as it was told.");
        return differences.isEmpty();
    }

    private List<String> logs() {
        var differences = new ArrayList<String>();
        var events = 0L;
        for (var service : ServiceName.values()) {
            var log = log(service);
            events += log.size();
            differences.addAll(log.differences());
        }
        out.printf(
                "  %d stored events hash to their leaves, in order, without gaps: %s%n", events, answer(differences));
        return differences;
    }

    private List<String> news() {
        var differences = new ArrayList<String>();
        for (var service : ServiceName.values()) {
            var parts = backstage.parts(service);
            var outbox = parts.getBeanProvider(Outbox.class).stream().findFirst();
            differences.addAll(told(service).differences(parts.getBean(EventLog.class), outbox));
        }
        out.println("  the topics say what the logs would tell, no more and no less: " + answer(differences));
        return differences;
    }

    /** A mail may come twice where it is not known whether it arrived, but then as the same mail. */
    private List<String> mails(Api api, Cases cases) {
        var caught = api.mails().stream().map(Api.Mail::messageId).toList();
        var sent = Stream.of(cases.kari(), cases.per())
                .flatMap(caseId -> api.get("ola", "/api/cases/" + caseId + "/notices")
                        .body()
                        .path("notices")
                        .valueStream())
                .filter(notice -> notice.path("state").asString().equals("SENT"))
                .map(notice -> UUID.fromString(notice.path("noticeId").asString()))
                .collect(Collectors.toMap(Story::messageId, notice -> notice, (one, _) -> one, TreeMap::new));
        var differences = new ArrayList<String>();
        if (!sent.keySet().equals(new TreeSet<>(caught))) {
            differences.add(
                    "the mails caught are " + new TreeSet<>(caught) + ", the notices sent are " + sent.keySet());
        }
        var log = log(ServiceName.NOTIFICATIONS);
        sent.forEach((messageId, notice) -> {
            var copies = Collections.frequency(caught, messageId) - 1;
            var unknown = log.times(notice, "notification.SendingOutcomeUnknown");
            if (copies > unknown) {
                differences.add("the mail " + messageId + " came " + copies + " times too many, and only " + unknown
                        + " times it was not known whether it had arrived");
            }
        });
        out.printf("  %d notices were sent, each as one mail: %s%n", sent.size(), answer(differences));
        var copies = caught.size() - sent.size();
        if (differences.isEmpty() && copies > 0) {
            out.println("  copies of mails, sent again because it was not known whether they had arrived: " + copies);
        }
        return differences;
    }

    /** Nothing was made of Per's case, so that every mail is about Kari's. */
    private List<String> trace(Api api, Cases cases) {
        var differences = new OneTrace(this::told).differences(cases.toldOfKari(), cases.kari(), api.mails());
        out.println(
                "  one trace leads from HR's message through all four services to the mails: " + answer(differences));
        return differences;
    }

    private static String messageId(UUID notice) {
        return "<" + notice + "@oppfolging>";
    }

    private static String answer(List<String> differences) {
        return differences.isEmpty() ? "yes" : "no";
    }

    private void spoil(Breakage how) {
        out.println();
        out.println(
                switch (how) {
                    case Breakage.Event(var number) -> "On purpose, one byte is changed of " + changed(number);
                    case Breakage.Message(var number) -> "On purpose, a message is dropped: " + dropped(number);
                });
    }

    private String changed(int number) {
        var left = (long) number;
        for (var service : ServiceName.values()) {
            var log = log(service);
            if (left <= log.size()) {
                return log.changeOneByte(left);
            }
            left -= log.size();
        }
        throw new WentWrong("There are not " + number + " stored events to change");
    }

    private String dropped(int number) {
        var all = new ArrayList<ToldNews.First>();
        for (var service : ServiceName.values()) {
            all.addAll(told(service).firsts());
        }
        if (number > all.size()) {
            throw new WentWrong("There are not " + number + " messages that can be dropped, but " + all.size());
        }
        var first = all.get(number - 1);
        told(first.service()).drop(first);
        return first.what() + " at " + first.partition() + ", offset " + first.offset();
    }

    private StoredLog log(ServiceName service) {
        return new StoredLog(service, backstage.superuser(service));
    }

    private ToldNews told(ServiceName service) {
        return new ToldNews(service, backstage.kafka().login(KafkaServer.ADMIN));
    }
}
