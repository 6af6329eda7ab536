package no.oppfolging.meetings.pages;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Something to think over before a form is sent; it is said once, and never stands in the way. */
public enum Caution {
    /** Both should know at least seven days before (C-26, D-19). */
    SHORT_NOTICE,
    NO_WORKING_DAY,
    AFTER_DUE_DAY,
    /** The text may say something of somebody's health or private life (C-13). */
    WORDS;

    /** Whether all of them were said the last time the form was shown, by its hidden field. */
    static boolean wereSaid(Set<Caution> cautions, @Nullable String warned) {
        var said = warned == null ? List.<String>of() : List.of(warned.split(",", -1));
        return said.containsAll(cautions.stream().map(Enum::name).toList());
    }

    /** What the hidden field says next time. */
    static String said(Set<Caution> cautions) {
        return cautions.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<Caution> none() {
        return EnumSet.noneOf(Caution.class);
    }

    static Set<Caution> of(Stream<Caution> cautions) {
        return cautions.collect(Collectors.toCollection(() -> EnumSet.noneOf(Caution.class)));
    }
}
