package no.oppfolging.platform.testing;

/** How much the tests try: the small numbers of every build, or with {@code -Pfull} those the documentation names. */
public final class Numbers {
    private Numbers() {}

    public static boolean areFull() {
        return "full".equals(System.getProperty("oppfolging.numbers"));
    }
}
