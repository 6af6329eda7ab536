package no.oppfolging.local.past;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/** What a plan at Fjordlys says: of the work, and of nothing else. */
enum PlanWords {
    WAREHOUSE(
            "Tilbake i full jobb på lageret.",
            "Varemottak, plukking og pakking av møbler, og truckkjøring.",
            "Plukklister, etiketter og varetelling, og pakking av smådeler sittende.",
            "Løft over ti kilo og hele skift på truck.",
            "Pakkebord i riktig høyde, løftehjelp fra makker, og korte økter på truck.",
            "Vi snakker sammen hver mandag, og ser på listen over oppgaver annenhver uke.",
            "To hele skift på rad uten at oppgaver må byttes.",
            "ADAPT",
            "Stille pakkebordet i riktig høyde, og hente løftehjelpen fra port 1.",
            "REDISTRIBUTE",
            "Avtale med makkeren hvem som tar de tunge løftene på hvert skift."),
    WORKSHOP(
            "Tilbake ved egen maskin på fulle dager.",
            "Kapping og fresing ved maskin, sliping og montering av beslag.",
            "Kontroll av ferdige deler, oppmåling og opplæring av lærlingen.",
            "Stå ved kappsagen hele dagen, og bære plater alene.",
            "Heving av arbeidsbenken, bytte av stasjon annenhver time, og platene bæres av to.",
            "Kort prat hver onsdag etter morgenmøtet.",
            "Hele dager ved maskin, med bytte av stasjon.",
            "ADAPT",
            "Heve arbeidsbenken ved kappsagen.",
            "SWAP",
            "Sette opp bytte av stasjon annenhver time sammen med lærlingen."),
    WORKSHOP_PART_TIME(
            "Opp fra halve til hele dager, steg for steg.",
            "Liming og sammenføyning, og ettersyn av maskiner.",
            "Ettersyn, bestilling av deler og liming på formiddagen.",
            "Skift som begynner før klokka åtte, og lange økter ved limpressa.",
            "Kortere dager i fire uker, senere start, og fast stasjon nær verktøylageret.",
            "Vi går gjennom timene sammen hver fredag.",
            "Seks timer om dagen i to uker på rad.",
            "CHANGE",
            "Legge vaktlisten om, så skiftene begynner etter klokka åtte.",
            "SECURE",
            "Skrive ned timene hver dag, så vi ser hva som går bra."),
    PAINT_SHOP(
            "Tilbake i lakkeriet på fulle dager.",
            "Grunning og lakkering i kabin, og blanding av farger.",
            "Blanding av farger, kvalitetskontroll og planlegging av rekkefølgen.",
            "Hele økter i kabin.",
            "Kabinen deles mellom to, og kontroll og blanding legges til formiddagen.",
            "Møte ved tavla annenhver tirsdag.",
            "Fire timer i kabin om dagen.",
            "REDISTRIBUTE",
            "Dele kabinen mellom to på hvert skift.",
            "OFFER",
            "Ta kontroll og blanding av farger på formiddagen."),
    UPHOLSTERY(
            "Tilbake ved eget bord i full stilling.",
            "Tilskjæring, søm og trekking av stoler.",
            "Søm ved hev- og senkbart bord, tilskjæring av mindre deler.",
            "Trekking av store sofaer alene.",
            "Hev- og senkbart bord, hyppigere pauser, og to om de store møblene.",
            "Vi tar en prat ved bordet hver torsdag.",
            "Like mange stoler som før, med pauser.",
            "ADAPT",
            "Bestille hev- og senkbart bord.",
            "DELEGATE",
            "Avtale hvem som trekker de store sofaene."),
    ASSEMBLY(
            "Tilbake på linja i egen stilling.",
            "Montering av skap og skuffer på linja, og pakking.",
            "Skuffer og beslag ved fast plass, sluttkontroll.",
            "Høyt tempo på linja hele skiftet.",
            "Fast plass ved beslagene, lavere tempo de første ukene, og bytte med kontroll.",
            "Fem minutter før hvert skift, og en lengre prat hver fredag.",
            "Et helt skift på linja i vanlig tempo.",
            "ADJUST",
            "Sette ned tempoet på linja de første ukene.",
            "SWAP",
            "Bytte med kontroll etter to timer ved beslagene."),
    OFFICE(
            "Hele dager på kontoret igjen.",
            "Fakturaer, avstemming og kundehenvendelser.",
            "Fakturaer og avstemming i eget tempo, hjemmefra to dager i uka.",
            "Telefonvakt og månedsslutt under tidspress.",
            "Fast hjemmekontor tirsdag og torsdag, og telefonvakten deles på de andre.",
            "Videosamtale hver mandag.",
            "En månedsslutt gjennomført sammen med en kollega.",
            "OFFER",
            "Ordne skjerm og stol til hjemmekontoret.",
            "REDISTRIBUTE",
            "Foreslå hvordan telefonvakten kan deles."),
    SHOP(
            "Tilbake i butikken i vanlig turnus.",
            "Salg i butikk, varepåfylling og kasse.",
            "Kasse sittende, nettordrer og bestillinger.",
            "Varepåfylling på kveldene.",
            "Stol i kassa, bare dagvakter i seks uker, og påfylling sammen med en kollega.",
            "Vi snakker sammen ved hver vaktliste.",
            "Tre vakter i uka uten bytte.",
            "CHANGE",
            "Sette opp vaktlisten med dagvakter i seks uker.",
            "SECURE",
            "Si fra etter hver vakt hva som fungerte i kassa.");

    private static final int WEEKS_TO_THE_EVALUATION = 8;
    private static final int WEEKS_TO_THE_FIRST = 5;

    private final String goals;
    private final String workTasks;
    private final String canDo;
    private final String cannotDo;
    private final String measures;
    private final String followUp;
    private final String successCriteria;
    private final String leadersWay;
    private final String leadersMeasure;
    private final String employeesWay;
    private final String employeesMeasure;

    PlanWords(
            String goals,
            String workTasks,
            String canDo,
            String cannotDo,
            String measures,
            String followUp,
            String successCriteria,
            String leadersWay,
            String leadersMeasure,
            String employeesWay,
            String employeesMeasure) {
        this.goals = goals;
        this.workTasks = workTasks;
        this.canDo = canDo;
        this.cannotDo = cannotDo;
        this.measures = measures;
        this.followUp = followUp;
        this.successCriteria = successCriteria;
        this.leadersWay = leadersWay;
        this.leadersMeasure = leadersMeasure;
        this.employeesWay = employeesWay;
        this.employeesMeasure = employeesMeasure;
    }

    /**
     * As the plan is presented on a day: the leader's measure is to be done soon, the employee's by the evaluation.
     *
     * @param idOf the name of each measure, counted from 1
     */
    Map<String, Object> presentedOn(LocalDate day, IntFunction<UUID> idOf) {
        var whole = new HashMap<>(sectionsOn(day));
        var soon = day.plusWeeks(WEEKS_TO_THE_FIRST);
        var atLast = day.plusWeeks(WEEKS_TO_THE_EVALUATION);
        whole.put(
                "plannedMeasures",
                List.of(
                        measure(idOf.apply(1), leadersWay, leadersMeasure, "MANAGER", soon),
                        measure(idOf.apply(2), employeesWay, employeesMeasure, "EMPLOYEE", atLast)));
        return Map.copyOf(whole);
    }

    private static Map<String, String> measure(UUID id, String way, String what, String responsible, LocalDate dueOn) {
        return Map.of(
                "id", id.toString(),
                "category", way,
                "what", what,
                "responsible", responsible,
                "dueOn", dueOn.toString());
    }

    /** What it says, section by section, when it is written on a day. */
    Map<String, Object> sectionsOn(LocalDate day) {
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
