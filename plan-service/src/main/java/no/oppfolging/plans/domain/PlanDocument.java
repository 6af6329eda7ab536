package no.oppfolging.plans.domain;

import java.util.Map;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonalText;

/**
 * Exactly what the two sign (dokumentet): one version of a plan with a random salt. Once the salt's key is destroyed,
 * nobody can find out by guessing which text the digest was made of.
 */
public record PlanDocument(CaseId caseId, PlanId planId, int version, PlanContent content, PersonalText salt) {
    public PlanDocument {
        if (!salt.text().matches("[A-Za-z0-9_-]{22,100}")) {
            throw new IllegalArgumentException("A salt is at least 128 random bits in base64url");
        }
    }

    /** The text the digest is made of (RFC 8785). */
    public String canonicalJson() {
        return CanonicalJson.of(Map.of(
                "caseId", caseId.toString(),
                "planId", planId.toString(),
                "version", version,
                "content", content.signed(),
                "salt", salt.text()));
    }

    public PlanDigest digest() {
        return PlanDigest.of(canonicalJson());
    }
}
