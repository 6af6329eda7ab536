package no.oppfolging.cases.law;

/** A file of the law or of an employer's own dates is wrong; said in one sentence, before anything is counted by it. */
public final class WrongLaw extends RuntimeException {
    WrongLaw(String sentence) {
        super(sentence);
    }
}
