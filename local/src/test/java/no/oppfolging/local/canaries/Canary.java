package no.oppfolging.local.canaries;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A word that stands nowhere unless it was typed, in every form in which it could come to light. */
public record Canary(String word) {
    /** What all of them begin with. The letter in the middle is written differently in each form. */
    private static final String STEM = "zqkanærivx";

    private static final int NUMBERED = 4;

    public static Canary number(int number) {
        return new Canary(STEM + "%04d".formatted(number));
    }

    /** The stem as it would stand in a file, by the name of the form. */
    static Map<String, byte[]> stems() {
        var forms = new LinkedHashMap<String, byte[]>();
        forms.put("UTF-8", STEM.getBytes(StandardCharsets.UTF_8));
        forms.put("ISO-8859-1", STEM.getBytes(StandardCharsets.ISO_8859_1));
        forms.put("UTF-16LE", STEM.getBytes(StandardCharsets.UTF_16LE));
        forms.put("UTF-16BE", STEM.getBytes(StandardCharsets.UTF_16BE));
        forms.put("URL", ascii(URLEncoder.encode(STEM, StandardCharsets.UTF_8)));
        forms.put("JSON", ascii(STEM.replace("æ", "\\u00e6")));
        forms.put("JSON, capitals", ascii(STEM.replace("æ", "\\u00E6")));
        forms.put("HTML", ascii(STEM.replace("æ", "&aelig;")));
        forms.put("quoted-printable", ascii(STEM.replace("æ", "=C3=A6")));
        forms.put("hex", ascii(HexFormat.of().formatHex(STEM.getBytes(StandardCharsets.UTF_8))));
        forms.put(
                "hex, capitals",
                ascii(HexFormat.of().withUpperCase().formatHex(STEM.getBytes(StandardCharsets.UTF_8))));
        base64(forms, StandardCharsets.UTF_8);
        base64(forms, StandardCharsets.UTF_16LE);
        return forms;
    }

    /** Which one begins at a place of a file, as far as the form lets one read on. */
    static String readFrom(byte[] bytes, int at, String form, byte[] stem) {
        var from = at + stem.length;
        return switch (form) {
            case "UTF-8", "ISO-8859-1", "URL", "JSON", "JSON, capitals", "HTML", "quoted-printable" ->
                STEM + new String(bytes, from, Math.min(NUMBERED, bytes.length - from), StandardCharsets.US_ASCII);
            default -> STEM + "…";
        };
    }

    /** In each of the three ways in which it can fall on groups of three bytes; without what its neighbours share. */
    private static void base64(Map<String, byte[]> forms, Charset charset) {
        var bytes = STEM.getBytes(charset);
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            var whole = shifted.length / 3 * 3;
            var encoded = Base64.getEncoder().encode(Arrays.copyOf(shifted, whole));
            forms.put(
                    "Base64 of " + charset + " + " + shift,
                    Arrays.copyOfRange(encoded, shift == 0 ? 0 : 4, encoded.length));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
