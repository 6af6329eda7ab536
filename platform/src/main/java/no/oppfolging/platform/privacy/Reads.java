package no.oppfolging.platform.privacy;

import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;

/**
 * Keeps who has read a case's content (innsynslogg), for the employee to see.
 *
 * <p>Every answer that shows something of one case goes through here first, and shows nothing unless the read is
 * stored: a {@code Visit} that is asked what may be seen of a {@link CaseId} does it, at pages and over HTTP alike, so
 * a controller has nothing to remember but to ask with the case's id, never with the id of a thing in it. What calls
 * for no visit, such as a file sent to somebody, calls this itself. A list of one's own cases, of those one leads or of
 * the organisation's is not the content of a case where it says that there is one and what is next: opening it is the
 * read. A list that says more of each is, and asks its {@code Visit} with all their ids.
 */
@FunctionalInterface
public interface Reads {
    /** Returns when it is stored, once for each reader, case and hour. */
    void readBy(Actor actor, ReadPurpose purpose, CaseId caseId);
}
