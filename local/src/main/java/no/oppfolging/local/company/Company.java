package no.oppfolging.local.company;

import no.oppfolging.platform.kernel.OrganisationNumber;

/** Fjordlys, who makes furniture and does not exist: a factory and a shop. */
public final class Company {
    /** Fjordlys Møbler AS. */
    public static final OrganisationNumber FACTORY = new OrganisationNumber("310987662");

    /** Fjordlys Butikk AS. */
    public static final OrganisationNumber SHOP = new OrganisationNumber("312001012");

    private Company() {}
}
