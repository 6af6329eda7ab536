package no.oppfolging.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseFollowed;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseJoined;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseResumed;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.kernel.ToldAt;
import no.oppfolging.platform.testing.Sentences;
import no.oppfolging.platform.testing.Specification;
import org.junit.jupiter.api.Test;

class FollowingACaseTest {
    private static final CaseId CASE = NoticeExample.CASE;
    private static final CaseId SURVIVOR = CaseId.of("00000000-0000-0000-0000-0000000000c2");
    private static final CaseId ANOTHER = CaseId.of("00000000-0000-0000-0000-0000000000c3");
    private static final PersonId KARI = PersonId.of("00000000-0000-0000-0000-00000000000a");
    private static final EmploymentId EMPLOYMENT = EmploymentId.of("00000000-0000-0000-0000-0000000000e1");
    private static final ToldAt EARLIER = new ToldAt(5);
    private static final ToldAt LATER = new ToldAt(9);
    private static final FollowCase FOLLOW = new FollowCase(CASE, EMPLOYMENT, KARI);
    private static final CaseFollowed FOLLOWED = new CaseFollowed(CASE, EMPLOYMENT, KARI);
    private static final CaseJoined JOINED = new CaseJoined(CASE, SURVIVOR, EARLIER);
    private static final CaseResumed RESUMED = new CaseResumed(CASE, LATER);

    private static Specification<FollowedCase, FollowedCaseCommand, FollowedCaseEvent> followedCase() {
        return new Specification<>(
                FollowedCase.unknown(),
                (state, command, _) -> state.decide(command),
                FollowedCase::evolve,
                Sentences.in("messages/notifications.properties"));
    }

    @Test
    void begins_when_it_is_opened_and_only_once() {
        followedCase().when(FOLLOW, NoticeExample.MONDAY_TEN).then(FOLLOWED);
        followedCase().given(FOLLOWED).when(FOLLOW, NoticeExample.MONDAY_TEN).thenNothing();
        followedCase()
                .given(FOLLOWED, JOINED)
                .when(FOLLOW, NoticeExample.MONDAY_TEN)
                .thenNothing();
    }

    @Test
    void is_about_one_employment_for_ever() {
        followedCase()
                .given(FOLLOWED)
                .when(new FollowCase(CASE, EMPLOYMENT, NoticeExample.OLA), NoticeExample.MONDAY_TEN)
                .thenRefused("case-belongs-to-another-employment", "Saken hører til et annet arbeidsforhold.");
    }

    @Test
    void goes_on_in_the_case_it_becomes_part_of() {
        followedCase()
                .given(FOLLOWED)
                .when(new JoinCase(CASE, SURVIVOR, EARLIER), NoticeExample.MONDAY_TEN)
                .then(JOINED);
        followedCase()
                .given(FOLLOWED, JOINED)
                .when(new JoinCase(CASE, SURVIVOR, EARLIER), NoticeExample.MONDAY_TEN)
                .thenNothing();
        followedCase()
                .given(FOLLOWED, JOINED)
                .when(new JoinCase(CASE, ANOTHER, LATER), NoticeExample.MONDAY_TEN)
                .then(new CaseJoined(CASE, ANOTHER, LATER));
    }

    @Test
    void stands_by_itself_again_when_it_turns_out_to_be_two() {
        followedCase()
                .given(FOLLOWED, JOINED)
                .when(new ResumeCase(CASE, LATER), NoticeExample.MONDAY_TEN)
                .then(RESUMED);
        followedCase()
                .given(FOLLOWED, JOINED, RESUMED)
                .when(new ResumeCase(CASE, LATER), NoticeExample.MONDAY_TEN)
                .thenNothing();
        followedCase()
                .given(FOLLOWED, JOINED, RESUMED)
                .when(new JoinCase(CASE, SURVIVOR, new ToldAt(12)), NoticeExample.MONDAY_TEN)
                .then(new CaseJoined(CASE, SURVIVOR, new ToldAt(12)));
    }

    @Test
    void is_part_of_another_or_not_by_what_was_told_last_whatever_was_heard_last() {
        var ofItself =
                List.<FollowedCaseCommand>of(new ResumeCase(CASE, new ToldAt(3)), new ResumeCase(CASE, new ToldAt(9)));
        var ofTheOther = List.<FollowedCaseCommand>of(
                new JoinCase(CASE, SURVIVOR, new ToldAt(2)),
                new ResumeCase(CASE, new ToldAt(4)),
                new JoinCase(CASE, ANOTHER, new ToldAt(8)));
        var lastOfAll = new JoinCase(CASE, SURVIVOR, new ToldAt(12));

        followedCase()
                .given(FOLLOWED)
                .whenHeardInAnyOrder(ofItself, ofTheOther, NoticeExample.MONDAY_TEN)
                .thenAsAfter(new CaseJoined(CASE, ANOTHER, new ToldAt(8)), new CaseResumed(CASE, new ToldAt(9)));
        followedCase()
                .given(FOLLOWED)
                .whenHeardInAnyOrder(
                        ofItself,
                        Stream.concat(ofTheOther.stream(), Stream.of(lastOfAll)).toList(),
                        NoticeExample.MONDAY_TEN)
                .thenAsAfter(new CaseJoined(CASE, SURVIVOR, new ToldAt(12)));
    }

    @Test
    void waits_until_it_has_been_heard_of() {
        assertThatThrownBy(() -> FollowedCase.unknown().decide(new JoinCase(CASE, SURVIVOR, EARLIER)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.isForNow()).isTrue());
    }
}
