package no.oppfolging.platform.kernel;

/**
 * Where the news that a fact follows from stands in its teller's log. News of one key is heard in order, of several
 * keys perhaps not: where both say how one thing stands, what was told later holds.
 *
 * @param position counted from 1; 0 for before all news
 */
public record ToldAt(long position) {
    public static final ToldAt BEFORE_ALL = new ToldAt(0);

    public boolean isAfter(ToldAt other) {
        return position > other.position;
    }
}
