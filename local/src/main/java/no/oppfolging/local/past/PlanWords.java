package no.oppfolging.local.past;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What a plan at Fjordlys says: of the work, and of nothing else. */
enum PlanWords {
    WAREHOUSE(
            "Tilbake i full jobb på lageret.",
            "Varemottak, plukking og pakking av møbler, og truckkjøring.",
            "Plukklister, etiketter og varetelling, og pakking av smådeler sittende.",
            "Løft over ti kilo og hele skift på truck.",
            "Pakkebord i riktig høyde, løftehjelp fra makker, og korte økter på truck.",
            "Vi snakker sammen hver mandag, og ser på listen over oppgaver annenhver uke.",
            "To hele skift på rad uten at oppgaver må byttes."),
    WORKSHOP(
            "Tilbake ved egen maskin på fulle dager.",
            "Kapping og fresing ved maskin, sliping og montering av beslag.",
            "Kontroll av ferdige deler, oppmåling og opplæring av lærlingen.",
            "Stå ved kappsagen hele dagen, og bære plater alene.",
            "Heving av arbeidsbenken, bytte av stasjon annenhver time, og platene bæres av to.",
            "Kort prat hver onsdag etter morgenmøtet.",
            "Hele dager ved maskin, med bytte av stasjon."),
    WORKSHOP_PART_TIME(
            "Opp fra halve til hele dager, steg for steg.",
            "Liming og sammenføyning, og ettersyn av maskiner.",
            "Ettersyn, bestilling av deler og liming på formiddagen.",
            "Skift som begynner før klokka åtte, og lange økter ved limpressa.",
            "Kortere dager i fire uker, senere start, og fast stasjon nær verktøylageret.",
            "Vi går gjennom timene sammen hver fredag.",
            "Seks timer om dagen i to uker på rad."),
    PAINT_SHOP(
            "Tilbake i lakkeriet på fulle dager.",
            "Grunning og lakkering i kabin, og blanding av farger.",
            "Blanding av farger, kvalitetskontroll og planlegging av rekkefølgen.",
            "Hele økter i kabin.",
            "Kabinen deles mellom to, og kontroll og blanding legges til formiddagen.",
            "Møte ved tavla annenhver tirsdag.",
            "Fire timer i kabin om dagen."),
    UPHOLSTERY(
            "Tilbake ved eget bord i full stilling.",
            "Tilskjæring, søm og trekking av stoler.",
            "Søm ved hev- og senkbart bord, tilskjæring av mindre deler.",
            "Trekking av store sofaer alene.",
            "Hev- og senkbart bord, hyppigere pauser, og to om de store møblene.",
            "Vi tar en prat ved bordet hver torsdag.",
            "Like mange stoler som før, med pauser."),
    ASSEMBLY(
            "Tilbake på linja i egen stilling.",
            "Montering av skap og skuffer på linja, og pakking.",
            "Skuffer og beslag ved fast plass, sluttkontroll.",
            "Høyt tempo på linja hele skiftet.",
            "Fast plass ved beslagene, lavere tempo de første ukene, og bytte med kontroll.",
            "Fem minutter før hvert skift, og en lengre prat hver fredag.",
            "Et helt skift på linja i vanlig tempo."),
    OFFICE(
            "Hele dager på kontoret igjen.",
            "Fakturaer, avstemming og kundehenvendelser.",
            "Fakturaer og avstemming i eget tempo, hjemmefra to dager i uka.",
            "Telefonvakt og månedsslutt under tidspress.",
            "Fast hjemmekontor tirsdag og torsdag, og telefonvakten deles på de andre.",
            "Videosamtale hver mandag.",
            "En månedsslutt gjennomført sammen med en kollega."),
    SHOP(
            "Tilbake i butikken i vanlig turnus.",
            "Salg i butikk, varepåfylling og kasse.",
            "Kasse sittende, nettordrer og bestillinger.",
            "Varepåfylling på kveldene.",
            "Stol i kassa, bare dagvakter i seks uker, og påfylling sammen med en kollega.",
            "Vi snakker sammen ved hver vaktliste.",
            "Tre vakter i uka uten bytte.");

    private static final int WEEKS_TO_THE_EVALUATION = 8;

    private final String goals;
    private final String workTasks;
    private final String canDo;
    private final String cannotDo;
    private final String measures;
    private final String followUp;
    private final String successCriteria;

    PlanWords(
            String goals,
            String workTasks,
            String canDo,
            String cannotDo,
            String measures,
            String followUp,
            String successCriteria) {
        this.goals = goals;
        this.workTasks = workTasks;
        this.canDo = canDo;
        this.cannotDo = cannotDo;
        this.measures = measures;
        this.followUp = followUp;
        this.successCriteria = successCriteria;
    }

    /** As the plan is presented on a day. */
    Map<String, Object> presentedOn(LocalDate day) {
        var sections = new HashMap<String, Object>();
        sections.put("goals", goals);
        sections.put("workTasks", workTasks);
        sections.put("canDo", canDo);
        sections.put("cannotDo", cannotDo);
        sections.put("measures", measures);
        sections.put("authorityHelp", "");
        sections.put("followUp", followUp);
        sections.put("successCriteria", successCriteria);
        sections.put("evaluationDate", day.plusWeeks(WEEKS_TO_THE_EVALUATION).toString());
        sections.put("employeeContributed", true);
        sections.put("whyNotContributed", "");
        return Map.copyOf(sections);
    }
}
