package no.oppfolging.local.company;

/**
 * Somebody made up, in one position.
 *
 * @param position 1 for the first, 2 for another position of the same person
 * @param leader whose subject; empty for whoever leads all
 * @param language of mails
 */
record Worker(String subject, String name, int position, Unit unit, String leader, String language) {
    boolean isFirstPosition() {
        return position == 1;
    }
}
