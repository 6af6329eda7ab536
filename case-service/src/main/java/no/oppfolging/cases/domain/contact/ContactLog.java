package no.oppfolging.cases.domain.contact;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * That the two of a case kept contact, and what was told (kontaktlogg).
 *
 * @param contacts also those struck
 * @param struck contacts and meetings that were told of by mistake
 * @param meetings when each was held, also those struck
 * @param silence the last that was noted, unless it turned out to be none
 */
public record ContactLog(
        Map<UUID, Contact> contacts,
        Set<UUID> struck,
        Map<UUID, LocalDate> meetings,
        Set<UUID> news,
        Set<LocalDate> doctorContacts,
        Optional<Silence> silence) {
    public ContactLog {
        contacts = Map.copyOf(contacts);
        struck = Set.copyOf(struck);
        meetings = Map.copyOf(meetings);
        news = Set.copyOf(news);
        doctorContacts = Set.copyOf(doctorContacts);
    }

    ContactLog contact(UUID id, Party by, LocalDate on) {
        return new ContactLog(
                CaseContact.with(contacts, id, new Contact(by, on)), struck, meetings, news, doctorContacts, silence);
    }

    ContactLog struck(UUID id) {
        return new ContactLog(contacts, with(struck, id), meetings, news, doctorContacts, silence);
    }

    ContactLog met(UUID id, LocalDate on) {
        return new ContactLog(contacts, struck, CaseContact.with(meetings, id, on), news, doctorContacts, silence);
    }

    ContactLog told(UUID id) {
        return new ContactLog(contacts, struck, meetings, with(news, id), doctorContacts, silence);
    }

    ContactLog doctor(LocalDate day) {
        return new ContactLog(contacts, struck, meetings, news, with(doctorContacts, day), silence);
    }

    ContactLog silent(LocalDate since, int everyDays) {
        return new ContactLog(
                contacts, struck, meetings, news, doctorContacts, Optional.of(new Silence(since, everyDays)));
    }

    ContactLog notSilent() {
        return new ContactLog(contacts, struck, meetings, news, doctorContacts, Optional.empty());
    }

    boolean hasHeardSince(LocalDate day) {
        return meetings.entrySet().stream()
                        .filter(known -> !struck.contains(known.getKey()))
                        .anyMatch(known -> known.getValue().isAfter(day))
                || contacts.entrySet().stream()
                        .filter(known -> !struck.contains(known.getKey()))
                        .anyMatch(known -> known.getValue().on().isAfter(day));
    }

    static ContactLog empty() {
        return new ContactLog(Map.of(), Set.of(), Map.of(), Set.of(), Set.of(), Optional.empty());
    }

    private static <V> Set<V> with(Set<V> some, V one) {
        var all = new LinkedHashSet<>(some);
        all.add(one);
        return all;
    }

    /** That the two were in touch. */
    public record Contact(Party by, LocalDate on) {}

    /** Nothing was heard since a day, for longer than it should have been. */
    public record Silence(LocalDate since, int everyDays) {
        boolean isNoneWith(LocalDate heardOn) {
            return heardOn.isAfter(since) && !heardOn.isAfter(since.plusDays(everyDays));
        }
    }
}
