package no.oppfolging.cases.domain.contact;

import static no.oppfolging.cases.domain.contact.ContactRefused.unless;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteStruckMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ProposeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ReadHandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.ShareNews;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StateWorkAbility;
import no.oppfolging.cases.domain.contact.CaseContactCommand.StrikeContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.WithdrawRequest;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactAgreed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactFoundInTime;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactLogged;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactProposed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactStruck;
import no.oppfolging.cases.domain.contact.CaseContactEvent.DoctorContactNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandOverRead;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandedOver;
import no.oppfolging.cases.domain.contact.CaseContactEvent.MeetingNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.NewsShared;
import no.oppfolging.cases.domain.contact.CaseContactEvent.PossibleWorkDescribed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestAnswered;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestMade;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestWithdrawn;
import no.oppfolging.cases.domain.contact.CaseContactEvent.SilenceNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.StruckMeetingNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.WorkAbilityStated;
import no.oppfolging.cases.domain.contact.ContactLog.Contact;
import no.oppfolging.cases.domain.contact.ContactLog.Silence;
import no.oppfolging.cases.domain.contact.ContactRefused.Rule;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * The contact between the two main parties of a case (kontakt under sykefravær). It has no end: people may go on
 * talking when a case is closed.
 */
public record CaseContact(
        Agreement agreement, ContactLog log, Work work, Map<UUID, Answered> requests, Map<UUID, Boolean> handOvers) {
    /** A request is answered within a week; no source says how soon. */
    static final int DAYS_TO_ANSWER = 7;

    /** Longer ago is a slip of the pen; conversations are entered as far back. */
    private static final Period FARTHEST_BACK = Period.ofYears(2);

    /** The new leader does not wait for longer than this for the employee to read what will be told. */
    static final int DAYS_TO_READ = 3;

    static final int LONGEST_TEXT = 2000;

    /** @param handOvers whether the employee has read each */
    public CaseContact {
        requests = Map.copyOf(requests);
        handOvers = Map.copyOf(handOvers);
    }

    /** How to keep contact, as one has proposed it. */
    public record Proposal(UUID id, Party by, ContactTerms terms) {}

    /**
     * How they keep contact.
     *
     * @param agreed once both have said so
     * @param proposed what one has proposed and the other not answered
     */
    public record Agreement(Optional<Proposal> agreed, Optional<Proposal> proposed) {
        boolean isAlready(ContactTerms terms) {
            return proposed.or(() -> agreed)
                    .map(Proposal::terms)
                    .filter(terms::equals)
                    .isPresent();
        }
    }

    /** What work is possible: what the employee last said, and what the leader did. */
    public record Work(Optional<TwoTexts> ability, Optional<TwoTexts> possible) {}

    /** Two texts that belong together. */
    public record TwoTexts(PersonalText first, PersonalText second) {}

    /** What has become of a request. */
    public enum Answered {
        WAITING,
        AGREED,
        DECLINED,
        WITHDRAWN
    }

    public static CaseContact none() {
        return new CaseContact(
                new Agreement(Optional.empty(), Optional.empty()),
                ContactLog.empty(),
                new Work(Optional.empty(), Optional.empty()),
                Map.of(),
                Map.of());
    }

    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    public List<CaseContactEvent> decide(CaseContactCommand command, Instant now) {
        return switch (command) {
            case ProposeContact propose -> propose(propose);
            case AgreeToContact agree -> agree(agree);
            case LogContact contact -> contact(contact, LegalDay.of(now));
            case StrikeContact strike -> strike(strike);
            case NoteMeeting note -> note(note);
            case NoteStruckMeeting note -> note(note);
            case ShareNews share -> share(share);
            case NoteDoctorContact note -> note(note, LegalDay.of(now));
            case NoteSilence note -> note(note, LegalDay.of(now));
            case StateWorkAbility state -> state(state);
            case DescribePossibleWork describe -> describe(describe);
            case MakeRequest make -> make(make, LegalDay.of(now));
            case AnswerRequest answer -> answer(answer);
            case WithdrawRequest withdraw -> withdraw(withdraw);
            case HandOver handOver -> handOver(handOver, LegalDay.of(now));
            case ReadHandOver read -> read(read);
        };
    }

    /** The state after one more event. Never refuses: what has happened, has happened. */
    public CaseContact evolve(CaseContactEvent event) {
        return switch (event) {
            case ContactProposed e ->
                agreement(agreement.agreed(), Optional.of(new Proposal(e.proposalId(), e.by(), e.terms())));
            case ContactAgreed e ->
                agreement(Optional.of(new Proposal(e.proposalId(), e.by().other(), e.terms())), Optional.empty());
            case ContactLogged e -> log(log.contact(e.contactId(), e.by(), e.on()));
            case ContactStruck e -> log(log.struck(e.contactId()));
            case MeetingNoted e -> log(log.met(e.meetingId(), e.on()));
            case StruckMeetingNoted e -> log(log.struck(e.meetingId()));
            case NewsShared e -> log(log.told(e.newsId()));
            case DoctorContactNoted e -> log(log.doctor(e.on()));
            case SilenceNoted e -> log(log.silent(e.since(), e.everyDays()));
            case ContactFoundInTime _ -> log(log.notSilent());
            case WorkAbilityStated e -> work(Optional.of(new TwoTexts(e.can(), e.cannot())), work.possible());
            case PossibleWorkDescribed e -> work(work.ability(), Optional.of(new TwoTexts(e.tasks(), e.adaptations())));
            case RequestMade e -> request(e.requestId(), Answered.WAITING);
            case RequestAnswered e -> request(e.requestId(), e.agreed() ? Answered.AGREED : Answered.DECLINED);
            case RequestWithdrawn e -> request(e.requestId(), Answered.WITHDRAWN);
            case HandedOver e -> handOver(e.handOverId(), false);
            case HandOverRead e -> handOver(e.handOverId(), true);
        };
    }

    /** "No contact" is nothing that can be agreed on; how, the two decide. */
    private List<CaseContactEvent> propose(ProposeContact propose) {
        var terms = propose.terms();
        unless(terms.everyDays() > 0 && !terms.channels().isEmpty(), Rule.NO_CONTACT_IS_NOT_POSSIBLE);
        unless(
                terms.everyDays() <= ContactTerms.LONGEST_RHYTHM,
                Rule.CONTACT_IS_TOO_SELDOM,
                Map.of("days", Integer.toString(ContactTerms.LONGEST_RHYTHM)));
        return agreement.isAlready(terms)
                ? List.of()
                : List.of(new ContactProposed(propose.caseId(), propose.proposalId(), propose.by(), terms));
    }

    private List<CaseContactEvent> agree(AgreeToContact agree) {
        if (agreement
                .agreed()
                .filter(known -> known.id().equals(agree.proposalId()))
                .isPresent()) {
            return List.of();
        }
        var open = agreement
                .proposed()
                .filter(known -> known.id().equals(agree.proposalId()))
                .orElseThrow(() -> new ContactRefused(Rule.CONTACT_PROPOSAL_IS_NOT_OPEN, Map.of()));
        unless(open.by() != agree.by(), Rule.CONTACT_IS_AGREED_BY_THE_OTHER);
        return List.of(new ContactAgreed(agree.caseId(), open.id(), agree.by(), open.terms()));
    }

    private List<CaseContactEvent> contact(LogContact contact, LocalDate today) {
        mustHaveBeenLately(contact.on(), today);
        return log.contacts().containsKey(contact.contactId())
                ? List.of()
                : heard(
                        new ContactLogged(
                                contact.caseId(),
                                contact.contactId(),
                                contact.by(),
                                new PersonalText(
                                        contact.employee(), contact.kind().name()),
                                contact.channel(),
                                contact.who(),
                                contact.on()),
                        contact.on());
    }

    private static void mustHaveBeenLately(LocalDate on, LocalDate today) {
        unless(!on.isAfter(today), Rule.CONTACT_IS_STILL_TO_COME);
        unless(!on.isBefore(today.minus(FARTHEST_BACK)), Rule.CONTACT_IS_TOO_LONG_AGO);
    }

    /** Contact in time makes a silence that has been noted none, however late it is learned of. */
    private List<CaseContactEvent> heard(CaseContactEvent contact, LocalDate on) {
        return Stream.concat(
                        Stream.of(contact),
                        log.silence().filter(silence -> silence.isNoneWith(on)).stream()
                                .map(silence -> new ContactFoundInTime(contact.caseId(), silence.since(), on)))
                .toList();
    }

    private List<CaseContactEvent> note(NoteMeeting note) {
        return note.heldOn().equals(log.meetings().get(note.meetingId()))
                ? List.of()
                : heard(new MeetingNoted(note.caseId(), note.meetingId(), note.heldOn()), note.heldOn());
    }

    /** Told of in another case of the same course perhaps: the view knows where it is shown. */
    private List<CaseContactEvent> note(NoteStruckMeeting note) {
        return log.struck().contains(note.meetingId())
                ? List.of()
                : List.of(new StruckMeetingNoted(note.caseId(), note.meetingId()));
    }

    private List<CaseContactEvent> strike(StrikeContact strike) {
        var by = Optional.ofNullable(log.contacts().get(strike.contactId()))
                .map(Contact::by)
                .orElseThrow(() -> new ContactRefused(Rule.CONTACT_IS_NOT_LOGGED, Map.of()));
        unless(by == strike.by(), Rule.CONTACT_IS_STRUCK_BY_WHO_LOGGED_IT);
        return log.struck().contains(strike.contactId())
                ? List.of()
                : List.of(new ContactStruck(strike.caseId(), strike.contactId()));
    }

    private List<CaseContactEvent> share(ShareNews share) {
        mustBeWritten(share.news());
        return log.news().contains(share.newsId())
                ? List.of()
                : List.of(new NewsShared(share.caseId(), share.newsId(), share.news()));
    }

    private List<CaseContactEvent> note(NoteDoctorContact note, LocalDate today) {
        mustHaveBeenLately(note.on(), today);
        return log.doctorContacts().contains(note.on())
                ? List.of()
                : List.of(new DoctorContactNoted(note.caseId(), note.on()));
    }

    /** The list that silences are found on may be behind: what has been heard here since is heard all the same. */
    private List<CaseContactEvent> note(NoteSilence note, LocalDate today) {
        var isLongEnough = note.since().plusDays(note.everyDays()).isBefore(today);
        return log.silence().map(Silence::since).filter(note.since()::equals).isPresent()
                        || !isLongEnough
                        || log.hasHeardSince(note.since())
                ? List.of()
                : List.of(new SilenceNoted(note.caseId(), note.since(), note.everyDays()));
    }

    private List<CaseContactEvent> state(StateWorkAbility state) {
        mustNotBeLong(state.can());
        mustNotBeLong(state.cannot());
        unless(!state.can().text().isBlank() || !state.cannot().text().isBlank(), Rule.TEXT_IS_MISSING);
        return work.ability()
                        .filter(new TwoTexts(state.can(), state.cannot())::equals)
                        .isPresent()
                ? List.of()
                : List.of(new WorkAbilityStated(state.caseId(), state.can(), state.cannot()));
    }

    private List<CaseContactEvent> describe(DescribePossibleWork describe) {
        mustBeWritten(describe.tasks());
        mustNotBeLong(describe.adaptations());
        return work.possible()
                        .filter(new TwoTexts(describe.tasks(), describe.adaptations())::equals)
                        .isPresent()
                ? List.of()
                : List.of(new PossibleWorkDescribed(describe.caseId(), describe.tasks(), describe.adaptations()));
    }

    private List<CaseContactEvent> make(MakeRequest make, LocalDate today) {
        mustNotBeLong(make.reason());
        return requests.containsKey(make.requestId())
                ? List.of()
                : List.of(new RequestMade(
                        make.caseId(),
                        make.requestId(),
                        new PersonalText(make.reason().subject(), make.kind().name()),
                        make.reason(),
                        today.plusDays(DAYS_TO_ANSWER)));
    }

    private List<CaseContactEvent> answer(AnswerRequest answer) {
        mustNotBeLong(answer.reason());
        unless(answer.agreed() || !answer.reason().text().isBlank(), Rule.REQUEST_DECLINED_NEEDS_REASON);
        mustWait(answer.requestId());
        return List.of(new RequestAnswered(answer.caseId(), answer.requestId(), answer.agreed(), answer.reason()));
    }

    private List<CaseContactEvent> withdraw(WithdrawRequest withdraw) {
        if (requests.get(withdraw.requestId()) == Answered.WITHDRAWN) {
            return List.of();
        }
        mustWait(withdraw.requestId());
        return List.of(new RequestWithdrawn(withdraw.caseId(), withdraw.requestId()));
    }

    private List<CaseContactEvent> handOver(HandOver handOver, LocalDate today) {
        var opensOn = opensOn(handOver.on().isAfter(today) ? handOver.on() : today);
        return handOvers.containsKey(handOver.handOverId())
                ? List.of()
                : List.of(new HandedOver(
                        handOver.caseId(),
                        handOver.handOverId(),
                        handOver.from(),
                        handOver.to(),
                        handOver.on(),
                        opensOn));
    }

    /** When a new leader sees at the latest what is handed over on a day. */
    public static LocalDate opensOn(LocalDate handedOver) {
        return handedOver.plusDays(DAYS_TO_READ);
    }

    private List<CaseContactEvent> read(ReadHandOver read) {
        unless(handOvers.containsKey(read.handOverId()), Rule.HAND_OVER_IS_NOT_THERE);
        return Boolean.TRUE.equals(handOvers.get(read.handOverId()))
                ? List.of()
                : List.of(new HandOverRead(read.caseId(), read.handOverId()));
    }

    private void mustWait(UUID requestId) {
        unless(requests.containsKey(requestId), Rule.REQUEST_IS_NOT_MADE);
        unless(requests.get(requestId) == Answered.WAITING, Rule.REQUEST_IS_ANSWERED);
    }

    private static void mustBeWritten(PersonalText text) {
        unless(!text.text().isBlank(), Rule.TEXT_IS_MISSING);
        mustNotBeLong(text);
    }

    private static void mustNotBeLong(PersonalText text) {
        unless(
                text.text().length() <= LONGEST_TEXT,
                Rule.TEXT_IS_TOO_LONG,
                Map.of("most", Integer.toString(LONGEST_TEXT)));
    }

    private CaseContact agreement(Optional<Proposal> agreed, Optional<Proposal> proposed) {
        return new CaseContact(new Agreement(agreed, proposed), log, work, requests, handOvers);
    }

    private CaseContact log(ContactLog nowLogged) {
        return new CaseContact(agreement, nowLogged, work, requests, handOvers);
    }

    private CaseContact work(Optional<TwoTexts> ability, Optional<TwoTexts> possible) {
        return new CaseContact(agreement, log, new Work(ability, possible), requests, handOvers);
    }

    private CaseContact request(UUID requestId, Answered answered) {
        return new CaseContact(agreement, log, work, with(requests, requestId, answered), handOvers);
    }

    private CaseContact handOver(UUID handOverId, boolean read) {
        return new CaseContact(agreement, log, work, requests, with(handOvers, handOverId, read));
    }

    static <V> Map<UUID, V> with(Map<UUID, V> some, UUID id, V value) {
        var all = new LinkedHashMap<>(some);
        all.put(id, value);
        return all;
    }
}
