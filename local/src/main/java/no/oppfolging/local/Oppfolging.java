package no.oppfolging.local;

/** The whole product in one JVM. */
public final class Oppfolging {
    private Oppfolging() {}

    static void main(String[] args) {
        System.out.println("Oppfølging");
    }
}
