package no.oppfolging.local;

/** Why the program cannot do what it was asked, in one sentence for the person who asked. */
public final class Complaint extends RuntimeException {
    public Complaint(String sentence) {
        super(sentence);
    }
}
