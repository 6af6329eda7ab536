package no.oppfolging.local.canaries;

import java.util.List;
import java.util.Map;

/**
 * Somebody types into a form or a request, and it must be accepted.
 *
 * @param about whose case
 * @param path as the mapping declares it
 * @param page where the form is found, or the way to it; empty for a request of a program's
 * @param knowing what is right here, and elsewhere not
 */
record Turn(String person, String about, String path, String page, Map<String, Object> knowing) {
    private static final String CASE = "/cases/{caseId}";
    private static final String CASE_API = "/api/cases/{caseId}";
    private static final String MEETINGS = "/meetings/cases/{caseId}";
    private static final String MEETING = MEETINGS + "/{meetingId}";
    private static final String MEETING_API = CASE_API + "/meetings/{meetingId}";
    private static final String PLAN = "/plans/cases/{caseId}";
    private static final String PLAN_API = CASE_API + "/plans/{planId}";
    private static final String DUTIES_API = CASE_API + "/deadlines/{stage}/exemptions";
    private static final String DUTIES = CASE + "/deadlines/{stage}/decisions";

    /** All of them, in an order in which each comes when its time has come. */
    static final List<Turn> ALL = List.of(
            program("ola", CASE_API + "/contact/news"),
            browser("ola", CASE + "/contact/news"),
            program("kari", CASE_API + "/work/abilities"),
            browser("kari", CASE + "/work/abilities"),
            program("ola", CASE_API + "/work/possibilities"),
            browser("ola", CASE + "/work/possibilities"),
            program("kari", CASE_API + "/requests"),
            program("ola", CASE_API + "/requests/{requestId}/answers"),
            browser("kari", CASE + "/requests/asking"),
            browser("ola", CASE + "/requests/{requestId}/answers").on(CASE + "/requests"),
            program("ola", CASE_API + "/meetings"),
            program("ola", MEETING_API + "/moves"),
            program("ola", MEETING_API + "/cancellations"),
            browser("ola", MEETINGS + "/summons"),
            browser("ola", MEETING + "/moves").on(MEETINGS),
            browser("ola", MEETING + "/cancellations").on(MEETINGS),
            program("ola", PLAN_API + "/versions"),
            program("kari", PLAN_API + "/refusals"),
            browser("ola", PLAN + "/draft"),
            browser("ola", PLAN + "/versions").on(PLAN + "/draft"),
            browser("kari", PLAN + "/plans/{planId}/refusals").on(PLAN),
            browser("ola", DUTIES + "/exemptions").aboutPer("DM1", "SOON_BACK_FULLY_WITHOUT_MEASURES"),
            browser("ola", DUTIES + "/reviews").aboutPer("DM1", "SOON_BACK_FULLY_WITHOUT_MEASURES"),
            browser("per", DUTIES + "/disputes").aboutPer("DM1", ""),
            browser("ola", DUTIES + "/answers").aboutPer("DM1", ""),
            browser("ola", DUTIES + "/revocations").aboutPer("DM1", ""),
            browser("ola", DUTIES + "/explanations").aboutPer("PLAN", "WORKLOAD"),
            program("ola", DUTIES_API).aboutPer("DM1", "SOON_BACK_FULLY_WITHOUT_MEASURES"),
            program("per", DUTIES_API + "/disputes").aboutPer("DM1", ""),
            program("ola", DUTIES_API + "/disputes/answers").aboutPer("DM1", ""));

    private static Turn program(String person, String path) {
        return new Turn(person, "kari", path, "", Map.of());
    }

    private static Turn browser(String person, String path) {
        return new Turn(person, "kari", path, path, Map.of());
    }

    private Turn on(String where) {
        return new Turn(person, about, path, where, knowing);
    }

    private Turn aboutPer(String stage, String reason) {
        var decisions = page.isEmpty() ? "" : DUTIES;
        return new Turn(
                person,
                "per",
                path,
                decisions,
                Map.of("stage", stage, "Typed.reason", reason, "Exemption.reason", reason));
    }

    boolean isInBrowser() {
        return !page.isEmpty();
    }

    @Override
    public String toString() {
        return person + " at POST " + path;
    }
}
