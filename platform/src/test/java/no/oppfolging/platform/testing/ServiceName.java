package no.oppfolging.platform.testing;

/** The four services, and what each is called by the servers they share. */
public enum ServiceName {
    CASES("cases", "case"),
    MEETINGS("meetings", "meeting"),
    PLANS("plans", "plan"),
    NOTIFICATIONS("notifications", "notification");

    private final String plural;
    private final String producer;

    ServiceName(String plural, String producer) {
        this.plural = plural;
        this.producer = producer;
    }

    /** Its database and its principal at the broker: {@code cases}. */
    public String plural() {
        return plural;
    }

    /** Its name as a publisher: {@code case}. */
    public String producer() {
        return producer;
    }

    /** The consumer group its readers share: {@code case-service}. */
    public String group() {
        return producer + "-service";
    }

    /** Only this service writes topics that begin so. */
    public String topicPrefix() {
        return "oppfolging." + producer + ".";
    }

    /** The topic it publishes to, for HR's system too. */
    public String topic() {
        return topicPrefix() + "v1";
    }
}
