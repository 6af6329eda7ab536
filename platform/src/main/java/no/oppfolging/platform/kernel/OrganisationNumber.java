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
        if (value.length() != WEIGHTS.length + 1 || !isDigit(value.charAt(WEIGHTS.length))) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            if (!isDigit(value.charAt(i))) {
                return false;
            }
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == value.charAt(8) - '0';
    }

    private static boolean isDigit(char letter) {
        return '0' <= letter && letter <= '9';
    }

    @Override
    public String toString() {
        return value;
    }
}
