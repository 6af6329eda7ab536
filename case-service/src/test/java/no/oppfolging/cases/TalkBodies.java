package no.oppfolging.cases;

import java.util.Map;
import java.util.UUID;

/** What the two of a case send over HTTP. */
final class TalkBodies {
    private static final String A_TEXT_OF_EACH = """
            {"can": "Telefon", "cannot": "Løft", "tasks": "Varetelling", "adaptations": "Kortere dager",
             "news": "Ny kollega", "on": "2026-03-06"}
            """;

    /** One for each endpoint that wants one. */
    static final Map<String, String> OF_ENDPOINTS = Map.of(
            "POST /api/cases/{caseId}/contact/proposals",
            proposal(UUID.randomUUID(), 7, "PHONE"),
            "POST /api/cases/{caseId}/contact/agreements",
            agreement(UUID.randomUUID()),
            "POST /api/cases/{caseId}/contact/log",
            contact(UUID.randomUUID(), "CARING", "2026-03-06"),
            "POST /api/cases/{caseId}/contact/news",
            news("Ny kollega"),
            "POST /api/cases/{caseId}/contact/doctor-contacts",
            A_TEXT_OF_EACH,
            "POST /api/cases/{caseId}/work/abilities",
            A_TEXT_OF_EACH,
            "POST /api/cases/{caseId}/work/possibilities",
            A_TEXT_OF_EACH,
            "POST /api/cases/{caseId}/requests",
            request(UUID.randomUUID(), "MEETING"),
            "POST /api/cases/{caseId}/requests/{requestId}/answers",
            "{\"agreed\": true, \"reason\": \"\"}",
            "POST /api/employments/{employmentId}/follow-ups",
            "{\"occasion\": \"AT_RISK\"}");

    private TalkBodies() {}

    static String proposal(UUID proposalId, int everyDays, String channel) {
        return """
                {"proposalId": "%s", "channels": ["%s"], "everyDays": %d, "days": ["TUESDAY"], "who": "LINE_MANAGER"}
                """.formatted(proposalId, channel, everyDays);
    }

    static String agreement(UUID proposalId) {
        return "{\"proposalId\": \"%s\"}".formatted(proposalId);
    }

    static String contact(UUID contactId, String kind, String on) {
        return """
                {"contactId": "%s", "kind": "%s", "channel": "PHONE", "who": "LINE_MANAGER", "on": "%s"}
                """.formatted(contactId, kind, on);
    }

    static String news(String text) {
        return """
                {"newsId": "%s", "news": "%s"}
                """.formatted(UUID.randomUUID(), text);
    }

    static String request(UUID requestId, String kind) {
        return """
                {"requestId": "%s", "kind": "%s", "reason": "Vi bør møtes"}
                """.formatted(requestId, kind);
    }
}
