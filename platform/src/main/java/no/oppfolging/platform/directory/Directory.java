package no.oppfolging.platform.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.directory.DirectoryEntries.Card;
import no.oppfolging.platform.directory.DirectoryEntries.Naming;
import no.oppfolging.platform.directory.Employment.Substitute;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.People;
import no.oppfolging.platform.security.SignedIn;
import no.oppfolging.platform.security.Standing;
import no.oppfolging.platform.security.Standing.Tie;

/** Who works where, who leads whom and since when, by what HR has told this service. */
public final class Directory implements People {
    static final String NAME = "name";
    static final String EMAILS = "emails";
    private static final int PSEUDONYM = 8;
    private static final Locale BOKMAL = Locale.of("nb");

    private final DirectoryEntries entries;
    private final SealedCards cards;
    private final Clock clock;
    private final Veil veil;

    Directory(DirectoryEntries entries, SealedCards cards, Clock clock, Veil veil) {
        this.entries = entries;
        this.cards = cards;
        this.clock = clock;
        this.veil = veil;
    }

    /** The employment as it is now; empty when HR has not told of it, or it has not begun. */
    public Optional<Employment> employment(EmploymentId id) {
        return employment(id, clock.instant());
    }

    public Optional<Employment> employment(EmploymentId id, Instant at) {
        return on(LegalDay.of(at), id);
    }

    /** Many employments as they are now; what HR has not told of, or has not begun, is left out. */
    public Map<EmploymentId, Employment> employments(Collection<EmploymentId> ids) {
        return entries
                .on(
                        LegalDay.of(clock.instant()),
                        ids.stream().map(EmploymentId::value).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Employment::id, employment -> employment));
    }

    /**
     * What the units of many employments are called now: one person may have two jobs. Without those HR tells none of.
     */
    public Map<EmploymentId, String> unitNames(Collection<EmploymentId> ids) {
        var names = new HashMap<EmploymentId, String>();
        employments(ids).forEach((id, employment) -> employment.unit().ifPresent(unit -> names.put(id, unit.name())));
        return names;
    }

    /** Whose an employment is, also before it begins and after it ends. */
    public Optional<OrganisationNumber> organisationOf(EmploymentId id) {
        return entries.ownerOf(id).map(EmploymentRules.Owner::organisation);
    }

    /** Whose an employment is, also before it begins and after it ends. */
    public Optional<PersonId> employeeOf(EmploymentId id) {
        return entries.ownerOf(id).map(EmploymentRules.Owner::employee);
    }

    /**
     * Who leads an employment at an instant; nobody once it has ended. Where HR names the employee, it is whoever leads
     * that person in another employment.
     */
    public Optional<PersonId> leaderOf(EmploymentId id, Instant at) {
        var day = LegalDay.of(at);
        return on(day, id).flatMap(employment -> leaderOf(employment, day));
    }

    /** Who takes the leader's place at an instant; nobody once the employment has ended. */
    public List<Substitute> substitutesOf(EmploymentId id, Instant at) {
        var day = LegalDay.of(at);
        return on(day, id)
                .filter(employment -> leaderOf(employment, day).isPresent())
                .map(employment -> substitutesOf(employment, day))
                .orElse(List.of());
    }

    /**
     * Until when somebody else led an employment than its leader at an instant, by what was known here at each time:
     * also where HR has told of the new leader as if nobody else had led. Empty where the leader has led all along.
     */
    public Optional<Instant> ledByAnotherUntil(EmploymentId id, PersonId leader, Instant at) {
        var namings = entries.namingsIn(id);
        var changes = namings.stream()
                .flatMap(naming -> Stream.of(naming.learnedAt(), LegalDay.begins(naming.validFrom())))
                .filter(change -> !change.isAfter(at))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var until = at;
        for (var change : changes) {
            if (leaderAsKnown(namings, change)
                    .filter(led -> !led.equals(leader))
                    .isPresent()) {
                return Optional.of(until);
            }
            until = change;
        }
        return Optional.empty();
    }

    private Optional<PersonId> leaderAsKnown(List<Naming> namings, Instant at) {
        return namings.stream()
                .filter(naming -> naming.isKnownAndHolds(at))
                .max(Comparator.comparingInt(Naming::revision))
                .flatMap(naming -> naming.leader()
                        .flatMap(named -> named.equals(naming.employee())
                                ? managersManager(named, LegalDay.of(at))
                                : Optional.of(named)));
    }

    /** The employments a person leads at an instant, also in another's place. */
    public List<Employment> employmentsLedBy(PersonId person, Instant at) {
        var day = LegalDay.of(at);
        return entries.on(day, entries.everLedBy(person)).stream()
                .filter(employment -> leads(person, employment, day))
                .toList();
    }

    public List<Employment> employmentsOf(PersonId person, Instant at) {
        return entries.on(LegalDay.of(at), entries.employmentsOf(person));
    }

    /** All employments a person has been told to have, also those that have not begun or have ended. */
    public Set<EmploymentId> everyEmploymentOf(PersonId person) {
        return entries.employmentsOf(person).stream().map(EmploymentId::new).collect(Collectors.toSet());
    }

    /** What the units of an organisation are and have been called, also those nobody is away from. */
    public List<String> unitNamesIn(OrganisationNumber organisation) {
        return entries.unitNamesIn(organisation);
    }

    /** How a person stands to an employment at an instant; empty when HR has not told of the employment. */
    public Optional<Standing> standing(PersonId person, EmploymentId id, Instant at) {
        var day = LegalDay.of(at);
        return on(day, id)
                .map(employment -> new Standing(
                        employment.organisation(), employment.directoryPosition(), ties(person, employment, day)))
                .or(() -> entries.ownerOf(id)
                        .map(owner -> new Standing(
                                owner.organisation(),
                                0,
                                owner.employee().equals(person) ? List.of(Tie.self()) : List.of())));
    }

    /** The closest tie between a person and an employment at an instant. */
    public Optional<Actor.Relation> relation(PersonId person, EmploymentId id, Instant at) {
        return standing(person, id, at)
                .flatMap(standing -> standing.ties().stream()
                        .findFirst()
                        .map(tie -> new Actor.Relation(tie.kind(), standing.directoryPosition())));
    }

    public Optional<PersonId> personBySignIn(String issuer, String subject) {
        var signIn = SignInHash.of(issuer, subject);
        var today = LegalDay.of(clock.instant());
        return entries.everSigningInAs(signIn).stream()
                .filter(person -> entries.cardOf(person, today)
                        .filter(card -> signIn.equals(card.signIn()))
                        .isPresent())
                .findFirst();
    }

    @Override
    public Optional<SignedIn> bySignIn(String issuer, String subject) {
        return personBySignIn(issuer, subject).map(person -> {
            var now = clock.instant();
            var organisations = new HashSet<OrganisationNumber>();
            employmentsOf(person, now).forEach(employment -> organisations.add(employment.organisation()));
            return new SignedIn(
                    person,
                    displayName(person).orElseGet(() -> PersonalText.erased(person)),
                    language(person),
                    organisations,
                    rolesOf(person, now));
        });
    }

    /** What a person is called; a pseudonym where a veil is drawn. */
    public Optional<PersonalText> displayName(PersonId person) {
        return card(person).flatMap(card -> nameOn(card, person));
    }

    /** The names of many people; who has none is left out. */
    public Map<PersonId, PersonalText> displayNames(Collection<PersonId> people) {
        var names = new HashMap<PersonId, PersonalText>();
        entries.cardsOf(people, LegalDay.of(clock.instant()))
                .forEach((person, card) -> nameOn(card, person).ifPresent(name -> names.put(person, name)));
        return names;
    }

    private Optional<PersonalText> nameOn(Card card, PersonId person) {
        return Optional.ofNullable(card.name())
                .map(kept -> veil.isDrawn() ? pseudonym(person) : cards.open(person, card.messageId(), NAME, kept));
    }

    private static PersonalText pseudonym(PersonId person) {
        var id = person.toString();
        return new PersonalText(person, "Person " + id.substring(id.length() - PSEUDONYM));
    }

    /** The person's addresses; none when HR has told none, or when they have been erased. */
    public List<PersonalText> emails(PersonId person) {
        return card(person)
                .flatMap(card -> Optional.ofNullable(card.emails())
                        .map(kept -> cards.open(person, card.messageId(), EMAILS, kept)))
                .filter(text -> !text.isErased())
                .map(text -> Stream.of(text.text().split(";", -1))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .map(address -> new PersonalText(person, address))
                        .toList())
                .orElse(List.of());
    }

    /** The language of mails and pages: bokmål unless HR has told another. */
    public Locale language(PersonId person) {
        return card(person)
                .flatMap(card -> Optional.ofNullable(card.language()))
                .map(Locale::of)
                .orElse(BOKMAL);
    }

    private Set<Role> rolesOf(PersonId person, Instant at) {
        var day = LegalDay.of(at);
        var roles = new HashSet<Role>();
        roles.add(Role.EMPLOYEE);
        for (var employment : employmentsLedBy(person, at)) {
            ties(person, employment, day).forEach(tie -> roles.add(tie.role()));
        }
        return roles;
    }

    private List<Tie> ties(PersonId person, Employment employment, LocalDate day) {
        if (employment.employee().equals(person)) {
            return List.of(Tie.self());
        }
        var ties = new ArrayList<Tie>();
        var leader = leaderOf(employment, day);
        if (leader.filter(person::equals).isPresent()) {
            ties.add(Tie.lineManager());
        }
        if (leader.isPresent() && substitutes(person, employment, day)) {
            ties.add(Tie.substituteOf(leader.get()));
        }
        return ties;
    }

    private boolean leads(PersonId person, Employment employment, LocalDate day) {
        return !employment.employee().equals(person)
                && !ties(person, employment, day).isEmpty();
    }

    private static boolean substitutes(PersonId person, Employment employment, LocalDate day) {
        return substitutesOf(employment, day).stream().map(Substitute::person).anyMatch(person::equals);
    }

    /** Nobody takes the place of somebody who is named as the own leader. */
    private static List<Substitute> substitutesOf(Employment employment, LocalDate day) {
        return employment.isLedByTheEmployee()
                ? List.of()
                : employment.substitutes().stream()
                        .filter(substitute -> substitute.on(day))
                        .toList();
    }

    private Optional<PersonId> leaderOf(Employment employment, LocalDate day) {
        if (employment.ended()) {
            return Optional.empty();
        }
        return employment.isLedByTheEmployee() ? managersManager(employment.employee(), day) : employment.lineManager();
    }

    private Optional<PersonId> managersManager(PersonId manager, LocalDate day) {
        return entries.on(day, entries.employmentsOf(manager)).stream()
                .filter(employment -> !employment.ended() && !employment.isLedByTheEmployee())
                .flatMap(employment -> employment.lineManager().stream())
                .findFirst();
    }

    private Optional<Employment> on(LocalDate day, EmploymentId id) {
        return entries.on(day, id.value());
    }

    private Optional<Card> card(PersonId person) {
        return entries.cardOf(person, LegalDay.of(clock.instant()));
    }
}
