package no.oppfolging.platform.kernel;

/** An organisation number (organisasjonsnummer): nine digits, the last of which checks the others modulo 11. */
public record OrganisationNumber(String value) {
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    public OrganisationNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("An organisation number has nine digits and a check digit: " + value);
        }
    }

    public static boolean isValid(String value) {
        if (!value.matches("[0-9]{9}")) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == value.charAt(8) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
