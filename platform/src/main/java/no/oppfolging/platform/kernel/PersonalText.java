package no.oppfolging.platform.kernel;

/**
 * Text that identifies or describes a person (personopplysning): printed as dots, stored under that person's key, and
 * unreadable for ever once the key is destroyed. Rules go on working without it.
 *
 * @param subject whose text it is: in a case always its employee, whoever wrote it
 * @param text the clear text, or {@link #ERASED}
 */
public record PersonalText(PersonId subject, String text) {
    public static final String ERASED = "[slettet]";

    public static PersonalText erased(PersonId subject) {
        return new PersonalText(subject, ERASED);
    }

    public boolean isErased() {
        return text.equals(ERASED);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
