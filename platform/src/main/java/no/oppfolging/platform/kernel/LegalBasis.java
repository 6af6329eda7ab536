package no.oppfolging.platform.kernel;

/** The paragraph a duty rests on (hjemmel), written as lawyers cite it: {@code aml § 4-6 (3)}. */
public record LegalBasis(String citation) {
    public LegalBasis {
        if (citation.isBlank()) {
            throw new IllegalArgumentException("A legal basis cites a paragraph");
        }
    }

    public static LegalBasis of(String citation) {
        return new LegalBasis(citation);
    }

    @Override
    public String toString() {
        return citation;
    }
}
