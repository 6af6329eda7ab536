package no.oppfolging.platform.directory;

/** Whether names are kept from whoever is being answered; people are then told apart by a pseudonym. */
@FunctionalInterface
public interface Veil {
    boolean isDrawn();
}
