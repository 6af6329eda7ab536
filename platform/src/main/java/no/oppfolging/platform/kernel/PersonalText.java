package no.oppfolging.platform.kernel;

/**
 * Text that identifies or describes a person (personopplysning): printed as dots, stored under that person's key, and
 * unreadable for ever once the key is destroyed. Rules go on working without it.
 *
 * @param subject whose text it is: in a case always its employee, whoever wrote it
 * @param text the clear text, or {@link #ERASED}, which may also be what somebody wrote
 * @param isErased whether nobody can read any more what was written
 */
public record PersonalText(PersonId subject, String text, boolean isErased) {
    public static final String ERASED = "[slettet]";

    public PersonalText(PersonId subject, String text) {
        this(subject, text, false);
    }

    public static PersonalText erased(PersonId subject) {
        return new PersonalText(subject, ERASED, true);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
