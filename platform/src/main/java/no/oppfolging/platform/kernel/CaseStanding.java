package no.oppfolging.platform.kernel;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a case stands to a service that follows it (sakens stilling), as news has told. What follows from more news it
 * answers in the service's own events: it is handed the making of them.
 *
 * @param absorbed the cases that have become part of it
 * @param endedOn its last day, once it is over
 * @param heard the latest news of whether it stands by itself: other cases' news of that may come late
 */
public record CaseStanding(Set<CaseId> absorbed, Optional<LocalDate> endedOn, ToldAt heard) {
    public CaseStanding {
        absorbed = Set.copyOf(absorbed);
    }

    /** Just opened, and by itself. */
    public static CaseStanding opened() {
        return new CaseStanding(Set.of(), Optional.empty(), ToldAt.BEFORE_ALL);
    }

    public boolean isOver() {
        return endedOn.isPresent();
    }

    private boolean isNews(ToldAt told) {
        return told.isAfter(heard);
    }

    // what news leads to: none of the service's events when it is already so

    public <E> List<E> absorb(CaseId other, Function<CaseId, E> absorbing) {
        return absorbed.contains(other) ? List.of() : List.of(absorbing.apply(other));
    }

    public <E> List<E> release(CaseId other, Function<CaseId, E> releasing) {
        return absorbed.contains(other) ? List.of(releasing.apply(other)) : List.of();
    }

    public <E> List<E> end(LocalDate on, Function<LocalDate, E> ending) {
        return isOver() ? List.of() : List.of(ending.apply(on));
    }

    /** Also where it has joined already: what was told before this and comes later must not count. */
    public <E> List<E> join(ToldAt told, Function<ToldAt, E> joining) {
        return isNews(told) ? List.of(joining.apply(told)) : List.of();
    }

    /** To stand by itself again is not to go on: whether the case is over, news of its own tells. */
    public <E> List<E> leave(ToldAt told, Function<ToldAt, E> resuming, Function<LocalDate, E> ending) {
        if (!isNews(told)) {
            return List.of();
        }
        return endedOn.map(day -> List.of(resuming.apply(told), ending.apply(day)))
                .orElseGet(() -> List.of(resuming.apply(told)));
    }

    /** That it goes on is news of its own, and holds even where it is known what became of it since. */
    public <E> List<E> resume(ToldAt told, Function<ToldAt, E> resuming) {
        if (isNews(told)) {
            return List.of(resuming.apply(told));
        }
        return isOver() ? List.of(resuming.apply(heard)) : List.of();
    }

    /** The same while it is part of another: where it joined after that was told, it goes on as part of that. */
    public <E> List<E> resume(ToldAt told, Function<ToldAt, E> resuming, Function<ToldAt, E> joining) {
        if (isNews(told)) {
            return List.of(resuming.apply(told));
        }
        return isOver() ? List.of(resuming.apply(heard), joining.apply(heard)) : List.of();
    }

    // how it stands after one more of these

    public CaseStanding with(CaseId other) {
        var more = new HashSet<>(absorbed);
        more.add(other);
        return new CaseStanding(more, endedOn, heard);
    }

    public CaseStanding without(CaseId other) {
        var fewer = new HashSet<>(absorbed);
        fewer.remove(other);
        return new CaseStanding(fewer, endedOn, heard);
    }

    public CaseStanding ended(LocalDate on) {
        return new CaseStanding(absorbed, Optional.of(on), heard);
    }

    public CaseStanding joined(ToldAt told) {
        return new CaseStanding(absorbed, endedOn, told);
    }

    public CaseStanding resumed(ToldAt told) {
        return new CaseStanding(absorbed, Optional.empty(), told);
    }
}
