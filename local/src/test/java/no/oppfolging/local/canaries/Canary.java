package no.oppfolging.local.canaries;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A word that stands nowhere unless it was typed, in every form in which it could come to light. */
record Canary(String word) {
    /** What all of them begin with. The letter in the middle is written differently in each form. */
    private static final String STEM = "zqkanærivx";

    private static final int DIGITS = 4;

    static Canary number(int number) {
        return new Canary(STEM + "%04d".formatted(number));
    }

    /** A way in which text is written into bytes. */
    static final class Form {
        private final String name;
        private final byte[] stem;
        private final Reading rest;

        private Form(String name, byte[] stem, Reading rest) {
            this.name = name;
            this.stem = stem;
            this.rest = rest;
        }

        String name() {
            return name;
        }

        /** How the stem looks in it. */
        byte[] stem() {
            return stem.clone();
        }

        /** Which canary begins at a place of a file. */
        String readFrom(byte[] bytes, int at) {
            return STEM + rest.digits(bytes, at);
        }
    }

    /** How the digits after a stem are read. */
    private interface Reading {
        String digits(byte[] bytes, int at);
    }

    static List<Form> forms() {
        var forms = new ArrayList<Form>();
        forms.add(plain("UTF-8", STEM.getBytes(StandardCharsets.UTF_8)));
        forms.add(plain("ISO-8859-1", STEM.getBytes(StandardCharsets.ISO_8859_1)));
        forms.add(plain("URL", ascii(URLEncoder.encode(STEM, StandardCharsets.UTF_8))));
        forms.add(plain("JSON", ascii(STEM.replace("æ", "\\u00e6"))));
        forms.add(plain("JSON, capitals", ascii(STEM.replace("æ", "\\u00E6"))));
        forms.add(plain("HTML", ascii(STEM.replace("æ", "&aelig;"))));
        forms.add(plain("quoted-printable", ascii(STEM.replace("æ", "=C3=A6"))));
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var stem = STEM.getBytes(charset);
            forms.add(new Form(charset.name(), stem, (bytes, at) -> wide(bytes, at + stem.length)));
        }
        for (var format : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
            var stem = ascii(format.formatHex(STEM.getBytes(StandardCharsets.UTF_8)));
            var name = format.isUpperCase() ? "hex, capitals" : "hex";
            forms.add(new Form(name, stem, (bytes, at) -> hex(bytes, at + stem.length)));
        }
        base64(forms, StandardCharsets.UTF_8);
        base64(forms, StandardCharsets.UTF_16LE);
        return forms;
    }

    private static Form plain(String name, byte[] stem) {
        return new Form(name, stem, (bytes, at) -> text(bytes, at + stem.length, DIGITS, StandardCharsets.US_ASCII));
    }

    private static String text(byte[] bytes, int from, int length, Charset charset) {
        return new String(bytes, from, Math.min(length, bytes.length - from), charset);
    }

    /** Whichever byte of two comes first, the other one of a digit is nought. */
    private static String wide(byte[] bytes, int from) {
        return text(bytes, from, 2 * DIGITS, StandardCharsets.ISO_8859_1).replace("\0", "");
    }

    private static String hex(byte[] bytes, int from) {
        var digits = text(bytes, from, 2 * DIGITS, StandardCharsets.US_ASCII);
        return digits.matches("(?:3[0-9])+")
                ? new String(HexFormat.of().parseHex(digits), StandardCharsets.US_ASCII)
                : "";
    }

    /** In each of the three ways in which it can fall on groups of three bytes; without what its neighbours share. */
    private static void base64(List<Form> forms, Charset charset) {
        var bytes = STEM.getBytes(charset);
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var encoded = Base64.getEncoder().encode(Arrays.copyOf(shifted, shifted.length / 3 * 3));
            var stem = Arrays.copyOfRange(encoded, shift == 0 ? 0 : 4, encoded.length);
            var left = bytes.length - (shift == 0 ? 0 : 3 - shift);
            forms.add(new Form(
                    "Base64 of " + charset + " + " + shift,
                    stem,
                    (text, at) -> decoded(text, at, left, DIGITS * bytes.length / STEM.length(), charset)));
        }
    }

    /** A group stands where the stem begins, so that one may decode from there. */
    private static String decoded(byte[] bytes, int at, int left, int length, Charset charset) {
        var groups = (left + length + 2) / 3;
        var end = Math.min(at + 4 * groups, bytes.length - (bytes.length - at) % 4);
        try {
            var clear = Base64.getDecoder().decode(Arrays.copyOfRange(bytes, at, end));
            return clear.length > left ? text(clear, left, length, charset) : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
