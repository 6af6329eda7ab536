package no.oppfolging.local.company;

import static no.oppfolging.local.company.Company.FACTORY;
import static no.oppfolging.local.company.Company.SHOP;

import java.util.List;
import no.oppfolging.platform.kernel.OrganisationNumber;

/**
 * A part of the company with a leader of its own.
 *
 * @param leader whose subject; the leader belongs to the management, not to the unit
 * @param size how many work there
 */
public record Unit(String id, String name, OrganisationNumber organisation, String leader, int size) {
    /** Where the leaders work, and who leads them. */
    static final Unit MANAGEMENT = new Unit("ledelsen", "Ledelsen", FACTORY, "vera", 0);

    /** Where the leaders of the shops work, which are a company of their own. */
    static final Unit SHOP_MANAGEMENT = new Unit("butikkledelsen", "Ledelsen i butikkene", SHOP, "vera", 0);

    static final List<Unit> ALL = List.of(
            new Unit("lageret", "Lageret", FACTORY, "ola", 18),
            new Unit("verkstedet", "Verkstedet", FACTORY, "mona", 30),
            new Unit("lakkeriet", "Lakkeriet", FACTORY, "jorunn", 16),
            new Unit("tapetsereriet", "Tapetsereriet", FACTORY, "arvid", 16),
            new Unit("monteringen", "Monteringen", FACTORY, "kjersti", 30),
            new Unit("transport", "Transport", FACTORY, "steinar", 12),
            new Unit("salg", "Salg", FACTORY, "camilla", 12),
            new Unit("okonomi", "Økonomi", FACTORY, "unni", 8),
            new Unit("personal", "Personal", FACTORY, "vera", 4),
            new Unit("butikk-oslo", "Butikken i Oslo", SHOP, "yusuf", 16),
            new Unit("butikk-bergen", "Butikken i Bergen", SHOP, "solveig", 14),
            new Unit("butikk-trondheim", "Butikken i Trondheim", SHOP, "harald", 12));

    /** Where somebody works who leads such a unit: whoever leads is employed by whom they lead for. */
    static Unit managementOf(String leader) {
        return ALL.stream()
                        .anyMatch(unit -> unit.leader().equals(leader)
                                && unit.organisation().equals(SHOP))
                ? SHOP_MANAGEMENT
                : MANAGEMENT;
    }

    static Unit called(String id) {
        return ALL.stream().filter(unit -> unit.id().equals(id)).findFirst().orElse(MANAGEMENT);
    }
}
