package no.oppfolging.cases.domain.contact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AgreeToContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.AnswerRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.DescribePossibleWork;
import no.oppfolging.cases.domain.contact.CaseContactCommand.HandOver;
import no.oppfolging.cases.domain.contact.CaseContactCommand.LogContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.MakeRequest;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteDoctorContact;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteMeeting;
import no.oppfolging.cases.domain.contact.CaseContactCommand.NoteSilence;
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
import no.oppfolging.cases.domain.contact.CaseContactEvent.WorkAbilityStated;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaseContactTest {
    private static final CaseId CASE = CaseId.of("30000000-0000-0000-0000-000000000001");
    private static final PersonId KARI = PersonId.of("20000000-0000-0000-0000-000000000001");
    private static final UUID ONE = UUID.fromString("40000000-0000-0000-0000-000000000001");
    private static final UUID TWO = UUID.fromString("40000000-0000-0000-0000-000000000002");

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-03-09T08:00:00Z");

    private static final LocalDate TODAY = LocalDate.parse("2026-03-09");
    private static final ContactTerms WEEKLY = terms(7, ContactChannel.PHONE);

    private final Specification<CaseContact, CaseContactCommand, CaseContactEvent> contact = new Specification<>(
            CaseContact.none(),
            CaseContact::decide,
            CaseContact::evolve,
            Sentences.in("messages/cases-contact.properties"));

    private static ContactTerms terms(int everyDays, ContactChannel... channels) {
        return new ContactTerms(Set.of(channels), everyDays, Set.of(DayOfWeek.TUESDAY), ContactPerson.LINE_MANAGER);
    }

    private static PersonalText text(String words) {
        return new PersonalText(KARI, words);
    }

    @Nested
    class How_to_keep_contact {
        private final ContactProposed olasProposal = new ContactProposed(CASE, ONE, Party.LEADER, WEEKLY);

        @Test
        void is_proposed_by_one_and_agreed_by_the_other() {
            contact.when(new ProposeContact(CASE, ONE, Party.LEADER, WEEKLY), NOW)
                    .then(olasProposal);
            contact.given(olasProposal)
                    .when(new AgreeToContact(CASE, ONE, Party.EMPLOYEE), NOW)
                    .then(new ContactAgreed(CASE, ONE, Party.EMPLOYEE, WEEKLY));
        }

        @Test
        void is_not_agreed_by_whoever_proposed_it() {
            contact.given(olasProposal)
                    .when(new AgreeToContact(CASE, ONE, Party.LEADER), NOW)
                    .thenRefused(
                            "contact-is-agreed-by-the-other",
                            "Den som foreslo, kan ikke også si ja. Den andre må svare.");
        }

        @Test
        void is_agreed_as_last_proposed() {
            var karis = new ContactProposed(CASE, TWO, Party.EMPLOYEE, terms(14, ContactChannel.SMS));

            contact.given(olasProposal, karis)
                    .when(new AgreeToContact(CASE, ONE, Party.EMPLOYEE), NOW)
                    .thenRefused(
                            "contact-proposal-is-not-open",
                            "Forslaget gjelder ikke lenger. Se om det har kommet et nytt.");
            contact.given(olasProposal, karis)
                    .when(new AgreeToContact(CASE, TWO, Party.LEADER), NOW)
                    .then(new ContactAgreed(CASE, TWO, Party.LEADER, terms(14, ContactChannel.SMS)));
        }

        @Test
        void is_never_no_contact() {
            var sentence = "Dere må bli enige om noe: velg minst én måte å holde kontakt på, og hvor ofte."
                    + " Ingen kontakt går ikke an.";
            contact.when(new ProposeContact(CASE, ONE, Party.EMPLOYEE, terms(7)), NOW)
                    .thenRefused("no-contact-is-not-possible", sentence);
            contact.when(new ProposeContact(CASE, ONE, Party.EMPLOYEE, terms(0, ContactChannel.PHONE)), NOW)
                    .thenRefused("no-contact-is-not-possible", sentence);
        }

        @Test
        void is_at_least_once_a_month() {
            contact.when(new ProposeContact(CASE, ONE, Party.EMPLOYEE, terms(32, ContactChannel.PHONE)), NOW)
                    .thenRefused("contact-is-too-seldom", "Det kan ikke gå mer enn 31 dager mellom hver kontakt.");
        }

        @Test
        void is_already_so_when_it_is_proposed_or_agreed_again() {
            contact.given(olasProposal)
                    .when(new ProposeContact(CASE, TWO, Party.LEADER, WEEKLY), NOW)
                    .thenNothing();
            contact.given(olasProposal, new ContactAgreed(CASE, ONE, Party.EMPLOYEE, WEEKLY))
                    .when(new AgreeToContact(CASE, ONE, Party.EMPLOYEE), NOW)
                    .thenNothing();
            contact.given(olasProposal, new ContactAgreed(CASE, ONE, Party.EMPLOYEE, WEEKLY))
                    .when(new ProposeContact(CASE, TWO, Party.EMPLOYEE, WEEKLY), NOW)
                    .thenNothing();
        }
    }

    @Nested
    class A_contact {
        private final ContactLogged call = new ContactLogged(
                CASE,
                ONE,
                Party.LEADER,
                text("PROBLEM_SOLVING"),
                ContactChannel.PHONE,
                ContactPerson.LINE_MANAGER,
                TODAY);

        private LogContact log(LocalDate on) {
            return new LogContact(
                    CASE,
                    ONE,
                    Party.LEADER,
                    KARI,
                    ContactKind.PROBLEM_SOLVING,
                    ContactChannel.PHONE,
                    ContactPerson.LINE_MANAGER,
                    on);
        }

        @Test
        void is_logged_with_its_kind_sealed() {
            contact.when(log(TODAY), NOW).then(call);
        }

        @Test
        void is_logged_once() {
            contact.given(call).when(log(TODAY), NOW).thenNothing();
        }

        @Test
        void is_logged_when_it_has_been() {
            contact.when(log(TODAY.plusDays(1)), NOW)
                    .thenRefused(
                            "contact-is-still-to-come", "Dagen har ikke vært. Skriv ned kontakten når den har skjedd.");
        }

        @Test
        void is_logged_as_far_back_as_two_years() {
            contact.when(log(TODAY.minusYears(2).minusDays(1)), NOW)
                    .thenRefused("contact-is-too-long-ago", "Skriv ned kontakt fra de siste to årene.");
        }

        @Test
        void is_struck_by_whoever_logged_it_alone() {
            contact.given(call)
                    .when(new StrikeContact(CASE, ONE, Party.LEADER), NOW)
                    .then(new ContactStruck(CASE, ONE));
            contact.given(call)
                    .when(new StrikeContact(CASE, ONE, Party.EMPLOYEE), NOW)
                    .thenRefused(
                            "contact-is-struck-by-who-logged-it", "Bare den som skrev ned kontakten, kan stryke den.");
            contact.given(call, new ContactStruck(CASE, ONE))
                    .when(new StrikeContact(CASE, ONE, Party.LEADER), NOW)
                    .thenNothing();
            contact.when(new StrikeContact(CASE, ONE, Party.LEADER), NOW)
                    .thenRefused("contact-is-not-logged", "Denne kontakten er ikke skrevet ned.");
        }
    }

    @Nested
    class Besides {
        @Test
        void news_are_shared_once_and_say_something() {
            contact.when(new ShareNews(CASE, ONE, text("Ny kollega")), NOW)
                    .then(new NewsShared(CASE, ONE, text("Ny kollega")));
            contact.given(new NewsShared(CASE, ONE, text("Ny kollega")))
                    .when(new ShareNews(CASE, ONE, text("Ny kollega")), NOW)
                    .thenNothing();
            contact.when(new ShareNews(CASE, ONE, text(" ")), NOW).thenRefused("text-is-missing", "Skriv noe først.");
            contact.when(new ShareNews(CASE, ONE, text("x".repeat(2001))), NOW)
                    .thenRefused("text-is-too-long", "Teksten kan ikke være lengre enn 2000 tegn.");
        }

        @Test
        void the_doctor_was_asked_on_a_day() {
            contact.when(new NoteDoctorContact(CASE, TODAY), NOW).then(new DoctorContactNoted(CASE, TODAY));
            contact.given(new DoctorContactNoted(CASE, TODAY))
                    .when(new NoteDoctorContact(CASE, TODAY), NOW)
                    .thenNothing();
        }

        @Test
        void a_silence_is_noted_once() {
            var since = TODAY.minusDays(30);
            contact.when(new NoteSilence(CASE, since, 7), NOW).then(new SilenceNoted(CASE, since, 7));
            contact.given(new SilenceNoted(CASE, since, 7))
                    .when(new NoteSilence(CASE, since, 7), NOW)
                    .thenNothing();
            contact.given(new SilenceNoted(CASE, since, 7))
                    .when(new NoteSilence(CASE, since.plusDays(3), 7), NOW)
                    .then(new SilenceNoted(CASE, since.plusDays(3), 7));
        }

        @Test
        void it_is_not_silent_when_something_has_been_heard_or_the_time_is_not_out() {
            var since = TODAY.minusDays(30);
            contact.given(new MeetingNoted(CASE, ONE, since.plusDays(1)))
                    .when(new NoteSilence(CASE, since, 7), NOW)
                    .thenNothing();
            contact.given(logged(ONE, since.plusDays(1)))
                    .when(new NoteSilence(CASE, since, 7), NOW)
                    .thenNothing();
            contact.given(logged(ONE, since.plusDays(1)), new ContactStruck(CASE, ONE))
                    .when(new NoteSilence(CASE, since, 7), NOW)
                    .then(new SilenceNoted(CASE, since, 7));
            contact.when(new NoteSilence(CASE, TODAY.minusDays(7), 7), NOW).thenNothing();
        }

        @Test
        void a_silence_was_none_when_contact_in_time_is_learned_of_later() {
            var since = TODAY.minusDays(30);
            var silence = new SilenceNoted(CASE, since, 7);
            var inTime = since.plusDays(7);
            contact.given(silence)
                    .when(new NoteMeeting(CASE, TWO, inTime), NOW)
                    .then(new MeetingNoted(CASE, TWO, inTime), new ContactFoundInTime(CASE, since, inTime));
            contact.given(silence)
                    .when(new NoteMeeting(CASE, TWO, inTime.plusDays(1)), NOW)
                    .then(new MeetingNoted(CASE, TWO, inTime.plusDays(1)));
            contact.given(silence, new MeetingNoted(CASE, TWO, inTime))
                    .when(new NoteMeeting(CASE, TWO, inTime), NOW)
                    .thenNothing();
        }

        private static ContactLogged logged(UUID id, LocalDate on) {
            return new ContactLogged(
                    CASE, id, Party.LEADER, text("CARING"), ContactChannel.PHONE, ContactPerson.LINE_MANAGER, on);
        }

        @Test
        void the_employee_says_what_goes_and_what_does_not() {
            var said = new WorkAbilityStated(CASE, text("Telefon"), text(""));
            contact.when(new StateWorkAbility(CASE, text("Telefon"), text("")), NOW)
                    .then(said);
            contact.given(said)
                    .when(new StateWorkAbility(CASE, text("Telefon"), text("")), NOW)
                    .thenNothing();
            contact.when(new StateWorkAbility(CASE, text(""), text(" ")), NOW)
                    .thenRefused("text-is-missing", "Skriv noe først.");
        }

        @Test
        void the_leader_says_what_is_possible_here() {
            contact.when(new DescribePossibleWork(CASE, text("Varetelling"), text("")), NOW)
                    .then(new PossibleWorkDescribed(CASE, text("Varetelling"), text("")));
        }
    }

    @Nested
    class A_request {
        private final RequestMade made =
                new RequestMade(CASE, ONE, text("MEETING"), text("Vi bør møtes"), LocalDate.parse("2026-03-16"));

        @Test
        void is_to_be_answered_within_a_week() {
            contact.when(new MakeRequest(CASE, ONE, RequestKind.MEETING, text("Vi bør møtes")), NOW)
                    .then(made);
        }

        @Test
        void is_agreed_to_without_and_declined_with_a_reason() {
            contact.given(made)
                    .when(new AnswerRequest(CASE, ONE, true, text("")), NOW)
                    .then(new RequestAnswered(CASE, ONE, true, text("")));
            contact.given(made)
                    .when(new AnswerRequest(CASE, ONE, false, text("")), NOW)
                    .thenRefused("request-declined-needs-reason", "Et nei må begrunnes.");
        }

        @Test
        void is_answered_once() {
            contact.given(made, new RequestAnswered(CASE, ONE, true, text("")))
                    .when(new AnswerRequest(CASE, ONE, false, text("Nei")), NOW)
                    .thenRefused("request-is-answered", "Anmodningen er allerede besvart eller trukket tilbake.");
            contact.when(new AnswerRequest(CASE, ONE, true, text("")), NOW)
                    .thenRefused("request-is-not-made", "Denne anmodningen finnes ikke.");
        }

        @Test
        void is_withdrawn_while_it_waits() {
            contact.given(made).when(new WithdrawRequest(CASE, ONE), NOW).then(new RequestWithdrawn(CASE, ONE));
            contact.given(made, new RequestWithdrawn(CASE, ONE))
                    .when(new WithdrawRequest(CASE, ONE), NOW)
                    .thenNothing();
        }
    }

    @Nested
    class A_hand_over {
        private static final PersonId OLA = PersonId.of("20000000-0000-0000-0000-000000000002");
        private static final PersonId SIRI = PersonId.of("20000000-0000-0000-0000-000000000003");
        private final HandedOver handed = new HandedOver(CASE, ONE, OLA, SIRI, TODAY, LocalDate.parse("2026-03-12"));

        @Test
        void opens_three_days_after_the_change_or_after_it_was_told() {
            contact.when(new HandOver(CASE, ONE, OLA, SIRI, TODAY), NOW).then(handed);
            contact.when(new HandOver(CASE, ONE, OLA, SIRI, LocalDate.parse("2026-03-01")), NOW)
                    .then(new HandedOver(
                            CASE, ONE, OLA, SIRI, LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-12")));
            contact.when(new HandOver(CASE, ONE, OLA, SIRI, LocalDate.parse("2026-04-01")), NOW)
                    .then(new HandedOver(
                            CASE, ONE, OLA, SIRI, LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-04")));
        }

        @Test
        void is_read_once_by_the_employee() {
            contact.given(handed).when(new ReadHandOver(CASE, ONE), NOW).then(new HandOverRead(CASE, ONE));
            contact.given(handed, new HandOverRead(CASE, ONE))
                    .when(new ReadHandOver(CASE, ONE), NOW)
                    .thenNothing();
            contact.when(new ReadHandOver(CASE, ONE), NOW)
                    .thenRefused("hand-over-is-not-there", "Denne overleveringen finnes ikke.");
        }
    }
}
