package no.oppfolging.plans.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.oppfolging.plans.domain.CasePlanCommand.AbsorbCase;
import no.oppfolging.plans.domain.CasePlanCommand.CaseCommand;
import no.oppfolging.plans.domain.CasePlanCommand.EndCase;
import no.oppfolging.plans.domain.CasePlanCommand.FollowCase;
import no.oppfolging.plans.domain.CasePlanCommand.JoinCase;
import no.oppfolging.plans.domain.CasePlanCommand.LeaveCase;
import no.oppfolging.plans.domain.CasePlanCommand.MarkMeasureDone;
import no.oppfolging.plans.domain.CasePlanCommand.NoteDuty;
import no.oppfolging.plans.domain.CasePlanCommand.NoteMeasureOverdue;
import no.oppfolging.plans.domain.CasePlanCommand.NotePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanCommand.PlanCommand;
import no.oppfolging.plans.domain.CasePlanCommand.PresentPlan;
import no.oppfolging.plans.domain.CasePlanCommand.RefuseToSign;
import no.oppfolging.plans.domain.CasePlanCommand.ReleaseCase;
import no.oppfolging.plans.domain.CasePlanCommand.ResumeCase;
import no.oppfolging.plans.domain.CasePlanCommand.SignPlan;
import no.oppfolging.plans.domain.CasePlanCommand.StrikePlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureDone;
import no.oppfolging.plans.domain.CasePlanEvent.MeasureFoundOverdue;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctor;
import no.oppfolging.plans.domain.CasePlanEvent.PlanGivenToDoctorStruck;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.plans.domain.Fulfilment.Given;
import no.oppfolging.plans.domain.PlanRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CaseStanding;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;

/** The plan of a follow-up case: one record for each state it can be in, each answering every command. */
public sealed interface CasePlan {
    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    List<CasePlanEvent> decide(CasePlanCommand command, Instant now);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    CasePlan evolve(CasePlanEvent event);

    static CasePlan unknown() {
        return new NotFollowed();
    }

    /** Nothing has been heard of the case yet. */
    record NotFollowed() implements CasePlan {
        @Override
        public List<CasePlanEvent> decide(CasePlanCommand command, Instant now) {
            return switch (command) {
                case FollowCase follow ->
                    List.of(new CaseFollowed(follow.caseId(), follow.employmentId(), follow.employee()));
                case AbsorbCase _,
                        JoinCase _,
                        LeaveCase _,
                        ReleaseCase _,
                        ResumeCase _,
                        EndCase _,
                        NoteDuty _,
                        PlanCommand _ -> throw new PlanRefused(Rule.CASE_IS_NOT_FOLLOWED_YET, Map.of());
            };
        }

        @Override
        public CasePlan evolve(CasePlanEvent event) {
            return switch (event) {
                case CaseFollowed e -> new NotPresented(FollowedCase.by(e));
                case CaseAbsorbed _,
                        CaseJoined _,
                        CaseReleased _,
                        CaseResumed _,
                        CaseEnded _,
                        PlanDutyNoted _,
                        PlanEvent _ -> this;
            };
        }
    }

    /** The case is known, whether or not there is a plan. */
    sealed interface Followed extends CasePlan {
        FollowedCase of();

        Followed with(FollowedCase changed);

        List<CasePlanEvent> answer(PlanCommand command, Instant now);

        @Override
        default List<CasePlanEvent> decide(CasePlanCommand command, Instant now) {
            return switch (command) {
                case CaseCommand news -> of().hear(news);
                case PlanCommand about -> answer(about, now);
            };
        }

        @Override
        default CasePlan evolve(CasePlanEvent event) {
            return switch (event) {
                case CaseJoined e -> partOf(e);
                case CaseFollowed _,
                        CaseAbsorbed _,
                        CaseReleased _,
                        CaseResumed _,
                        CaseEnded _,
                        PlanDutyNoted _,
                        PlanEvent _ -> grow(event);
            };
        }

        private Joined partOf(CaseJoined event) {
            return new Joined(with(of().standing().joined(event.toldAt())), event.survivor());
        }

        private Followed with(CaseStanding next) {
            return with(of().with(next));
        }

        private Followed with(Fulfilment next) {
            return with(of().with(next));
        }

        private Followed grow(CasePlanEvent event) {
            return switch (event) {
                case CaseFollowed _, CaseJoined _ -> this;
                case CaseAbsorbed e -> with(of().standing().with(e.absorbed()));
                case CaseReleased e -> with(of().standing().without(e.released()));
                case CaseResumed e -> with(of().standing().resumed(e.toldAt()));
                case CaseEnded e -> with(of().standing().ended(e.endedOn()));
                case PlanDutyNoted e -> with(of().with(e.duty()));
                case PlanPresented e -> Presented.by(of(), e);
                case PlanSigned e -> this instanceof Presented plan ? plan.signedBy(e.by()) : this;
                case SigningRefused e -> this instanceof Presented plan ? plan.refusedFor(e.reason()) : this;
                case SignaturesVoided _ -> this instanceof Presented plan ? plan.unsigned() : this;
                case PlanAgreed e ->
                    this instanceof Presented plan
                            ? new Agreed(
                                    of().with(of().fulfilment().agreed(plan.version(), e.agreedOn())), plan.version())
                            : this;
                case MeasureDone e -> with(of().fulfilment().doing(e.measureId()));
                case MeasureFoundOverdue e -> with(of().fulfilment().telling(e.measureId(), e.dueOn()));
                case PlanGivenToDoctor e ->
                    with(of().fulfilment().giving(e.version(), new Given(e.givenOn(), e.way())));
                case PlanGivenToDoctorStruck e -> with(of().fulfilment().striking(e.version()));
            };
        }
    }

    /** There may be a draft, but nothing has been laid before the two. */
    record NotPresented(FollowedCase of) implements Followed {
        @Override
        public Followed with(FollowedCase changed) {
            return new NotPresented(changed);
        }

        @Override
        public List<CasePlanEvent> answer(PlanCommand command, Instant now) {
            return switch (command) {
                case PresentPlan present -> List.of(of.present(present, 1, now));
                case SignPlan _,
                        RefuseToSign _,
                        MarkMeasureDone _,
                        NotePlanGivenToDoctor _,
                        StrikePlanGivenToDoctor _ -> throw new PlanRefused(Rule.PLAN_IS_NOT_PRESENTED, Map.of());
                case NoteMeasureOverdue _ -> List.of();
            };
        }
    }

    /** A version lies before the two, and at most one of them has signed it. */
    record Presented(FollowedCase of, PlanVersion version, Set<Party> signed, Set<PersonalText> refusals)
            implements Followed {
        public Presented {
            signed = Set.copyOf(signed);
            refusals = Set.copyOf(refusals);
        }

        private static Presented by(FollowedCase of, PlanPresented event) {
            return new Presented(of, PlanVersion.by(event), Set.of(), Set.of());
        }

        @Override
        public Followed with(FollowedCase changed) {
            return new Presented(changed, version, signed, refusals);
        }

        @Override
        public List<CasePlanEvent> answer(PlanCommand command, Instant now) {
            version.refuseUnlessOf(command);
            return switch (command) {
                case PresentPlan present -> present(present, now);
                case SignPlan sign -> sign(sign, now);
                case RefuseToSign refuse -> refuse(refuse);
                case MarkMeasureDone mark -> of.fulfilment().markDone(mark, now);
                case NoteMeasureOverdue note -> of.noteOverdue(note, now);
                case NotePlanGivenToDoctor note -> of.fulfilment().give(note, now);
                case StrikePlanGivenToDoctor strike -> of.fulfilment().strike(strike);
            };
        }

        private List<CasePlanEvent> present(PresentPlan present, Instant now) {
            if (present.content().equals(version.content())) {
                return List.of();
            }
            var presented = of.present(present, version.number() + 1, now);
            if (signed.isEmpty()) {
                return List.of(presented);
            }
            var voided = new SignaturesVoided(of.caseId(), version.planId(), version.number(), List.copyOf(signed));
            return List.of(voided, presented);
        }

        private List<CasePlanEvent> sign(SignPlan sign, Instant now) {
            version.refuseUnlessRead(sign.version());
            version.refuseUnlessRead(sign.digest());
            of.refuseUnlessMaySign(sign);
            if (signed.contains(sign.by())) {
                return List.of();
            }
            var events = new ArrayList<CasePlanEvent>();
            events.add(new PlanSigned(
                    of.caseId(),
                    version.planId(),
                    version.number(),
                    version.digest(),
                    sign.by(),
                    sign.person(),
                    sign.signInMethod(),
                    now));
            if (!signed.isEmpty()) {
                events.add(new PlanAgreed(
                        of.caseId(), version.planId(), version.number(), version.digest(), LegalDay.of(now)));
            }
            return List.copyOf(events);
        }

        private List<CasePlanEvent> refuse(RefuseToSign refuse) {
            version.refuseUnlessRead(refuse.version());
            of.refuseUnlessEmployee(refuse.person());
            PlanRefused.unless(!signed.contains(Party.EMPLOYEE), Rule.PLAN_IS_ALREADY_SIGNED);
            if (refusals.contains(refuse.reason())) {
                return List.of();
            }
            of.requireSubject(refuse.reason());
            PlanContent.refuseUnlessReadable("reason", refuse.reason());
            return List.of(new SigningRefused(
                    of.caseId(), version.planId(), version.number(), refuse.person(), refuse.reason()));
        }

        private Presented signedBy(Party party) {
            var more = new HashSet<>(signed);
            more.add(party);
            return new Presented(of, version, more, refusals);
        }

        private Presented refusedFor(PersonalText reason) {
            var more = new HashSet<>(refusals);
            more.add(reason);
            return new Presented(of, version, signed, more);
        }

        private Presented unsigned() {
            return new Presented(of, version, Set.of(), refusals);
        }
    }

    /** Both have signed the same version; a new version may follow when needs change. */
    record Agreed(FollowedCase of, PlanVersion version) implements Followed {
        @Override
        public Followed with(FollowedCase changed) {
            return new Agreed(changed, version);
        }

        @Override
        public List<CasePlanEvent> answer(PlanCommand command, Instant now) {
            version.refuseUnlessOf(command);
            return switch (command) {
                case PresentPlan present -> present(present, now);
                case SignPlan sign -> sign(sign);
                case MarkMeasureDone mark -> of.fulfilment().markDone(mark, now);
                case NoteMeasureOverdue note -> of.noteOverdue(note, now);
                case NotePlanGivenToDoctor note -> of.fulfilment().give(note, now);
                case StrikePlanGivenToDoctor strike -> of.fulfilment().strike(strike);
                case RefuseToSign refuse -> {
                    version.refuseUnlessRead(refuse.version());
                    throw new PlanRefused(Rule.PLAN_IS_ALREADY_SIGNED, Map.of());
                }
            };
        }

        private List<CasePlanEvent> present(PresentPlan present, Instant now) {
            return present.content().equals(version.content())
                    ? List.of()
                    : List.of(of.present(present, version.number() + 1, now));
        }

        private List<CasePlanEvent> sign(SignPlan again) {
            version.refuseUnlessRead(again.version());
            version.refuseUnlessRead(again.digest());
            of.refuseUnlessMaySign(again);
            return List.of();
        }
    }

    /** The case has become part of another: the version it has may be signed, new ones belong to the survivor. */
    record Joined(Followed until, CaseId survivor) implements CasePlan {
        @Override
        public List<CasePlanEvent> decide(CasePlanCommand command, Instant now) {
            return switch (command) {
                case PresentPlan _ ->
                    throw new PlanRefused(Rule.CASE_IS_PART_OF_ANOTHER, Map.of("survivor", survivor.toString()));
                case ResumeCase resume -> until.of().hear(resume, survivor);
                case FollowCase _, AbsorbCase _, JoinCase _, ReleaseCase _, LeaveCase _, EndCase _, NoteDuty _ ->
                    until.decide(command, now);
                case SignPlan _,
                        RefuseToSign _,
                        MarkMeasureDone _,
                        NotePlanGivenToDoctor _,
                        StrikePlanGivenToDoctor _ -> until.decide(command, now);
                case NoteMeasureOverdue _ -> List.of();
            };
        }

        @Override
        public CasePlan evolve(CasePlanEvent event) {
            return switch (event) {
                case CaseJoined e -> until.partOf(e);
                case CaseResumed _ -> until.grow(event);
                case CaseFollowed _, CaseAbsorbed _, CaseReleased _, CaseEnded _, PlanDutyNoted _, PlanEvent _ ->
                    new Joined(until.grow(event), survivor);
            };
        }
    }
}
