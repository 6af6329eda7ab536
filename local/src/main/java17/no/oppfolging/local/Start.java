package no.oppfolging.local;

/** Where {@code java -jar} begins: an older Java can read this class, and no other, and is told so. */
public final class Start {
    private static final int NEEDED = 25;
    private static final int WRONG_USE = 2;

    private Start() {}

    public static void main(String[] args) throws ReflectiveOperationException {
        var version = Runtime.version().feature();
        if (version < NEEDED) {
            System.err.println("Oppfølging needs Java " + NEEDED + " or later, and this is Java " + version + " in "
                    + System.getProperty("java.home") + ".");
            System.exit(WRONG_USE);
        }
        Class.forName("no.oppfolging.local.Oppfolging")
                .getDeclaredMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
