package no.oppfolging.platform.kernel;

/** What somebody has written, without the characters nobody can see: they break what is printed later. */
public final class ReadableText {
    private ReadableText() {}

    /** Lines end in one way, so that a text is as long here as where it was typed. */
    public static String of(String typed) {
        return typed.codePoints()
                .filter(character -> character == '\n' || character == '\t' || !Character.isISOControl(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
