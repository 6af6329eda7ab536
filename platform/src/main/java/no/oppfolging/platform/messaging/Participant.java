package no.oppfolging.platform.messaging;

/**
 * A service as the broker and the other services know it.
 *
 * @param producer its name as a publisher: {@code case}
 */
public record Participant(String producer) {
    public Participant {
        if (!producer.matches("[a-z]+")) {
            throw new IllegalArgumentException("A producer's name is one word in small letters: " + producer);
        }
    }

    /** The group its instances read in: {@code case-service}. */
    public String group() {
        return producer + "-service";
    }

    /** Where it publishes: {@code oppfolging.case.v1}. */
    public String topic() {
        return "oppfolging." + producer + ".v1";
    }

    /** What its messages say they come from. */
    public String source() {
        return "urn:oppfolging:" + producer;
    }
}
