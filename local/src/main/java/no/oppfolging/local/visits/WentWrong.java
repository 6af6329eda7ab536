package no.oppfolging.local.visits;

/** Something did not come as it should; the message tells what. */
public final class WentWrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WentWrong(String what) {
        super(what);
    }
}
