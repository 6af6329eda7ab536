package no.oppfolging.local.company;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** The about 200 who work at Fjordlys: some by name, the rest drawn from a seed, always the same. */
final class Workforce {
    private static final long SEED = 46;

    private static final List<Worker> LEADERS = List.of(
            leader("vera", "Vera Fjordland"),
            new Worker("vera", "Vera Fjordland", 2, Unit.SHOP_MANAGEMENT, "", "nb"),
            leader("ola", "Ola Berge"),
            leader("mona", "Mona Dahl"),
            leader("jorunn", "Jorunn Vollan"),
            leader("arvid", "Arvid Skaar"),
            leader("kjersti", "Kjersti Hovland"),
            leader("steinar", "Steinar Myrvold"),
            leader("camilla", "Camilla Enger"),
            leader("unni", "Unni Stokke"),
            leader("yusuf", "Yusuf Warsame"),
            leader("solveig", "Solveig Nesheim"),
            leader("harald", "Harald Gjerde"));

    private static final List<Worker> NAMED = List.of(
            worker("hanne", "Hanne Moe", "personal"),
            worker("kari", "Kari Nordli", "lageret"),
            worker("siri", "Siri Lunde", "lageret"),
            worker("per", "Per Aune", "lageret"),
            worker("nils", "Nils Tveit", "lageret"),
            worker("randi", "Randi Hauge", "lageret"),
            worker("geir", "Geir Moen", "lageret"),
            worker("tone", "Tone Rist", "lageret"),
            worker("astri", "Astri Vold", "lageret"),
            worker("liv", "Liv Ekre", "verkstedet"),
            worker("knut", "Knut Sande", "verkstedet"),
            worker("bente", "Bente Lie", "verkstedet"),
            worker("frode", "Frode Aas", "verkstedet"),
            worker("gro", "Gro Viken", "verkstedet"),
            worker("leif", "Leif Myhre", "verkstedet"),
            worker("aksel", "Aksel Husby", "verkstedet"),
            worker("birgit", "Birgit Sæther", "verkstedet"),
            worker("dagny", "Dagny Ulvik", "verkstedet"),
            worker("erling", "Erling Fosse", "verkstedet"),
            worker("fredrik", "Fredrik Nymo", "verkstedet"),
            worker("gerd", "Gerd Hopland", "verkstedet"),
            worker("jostein", "Jostein Myrland", "verkstedet"),
            worker("kine", "Kine Rosseland", "verkstedet"),
            worker("lillian", "Lillian Takle", "verkstedet"),
            worker("morten", "Morten Vikan", "verkstedet"),
            worker("oddny", "Oddny Bratland", "verkstedet"),
            worker("roar", "Roar Sletten", "verkstedet"),
            worker("anne", "Anne Strand", "lakkeriet"),
            worker("rolf", "Rolf Hagen", "lakkeriet"),
            worker("mette", "Mette Solli", "lakkeriet"),
            worker("sverre", "Sverre Nygård", "lakkeriet"),
            worker("ida", "Ida Bruvik", "tapetsereriet"),
            worker("trond", "Trond Vangen", "tapetsereriet"),
            worker("silje", "Silje Haugland", "tapetsereriet"),
            worker("jonas", "Jonas Eide", "monteringen"),
            new Worker("jonas", "Jonas Eide", 2, Unit.called("butikk-bergen"), "solveig", "nb"),
            new Worker("hamza", "Hamza Siddiqui", 1, Unit.called("monteringen"), "kjersti", "en"),
            worker("marte", "Marte Kvam", "monteringen"),
            worker("lars", "Lars Brekke", "monteringen"),
            worker("eva", "Eva Rønning", "monteringen"),
            worker("petter", "Petter Lund", "transport"),
            worker("ingrid", "Ingrid Dahle", "salg"),
            worker("oystein", "Øystein Rud", "salg"),
            worker("helene", "Helene Krogh", "okonomi"),
            worker("emma", "Emma Lien", "butikk-oslo"),
            worker("amina", "Amina Farah", "butikk-oslo"),
            worker("thea", "Thea Fossum", "butikk-bergen"),
            worker("maren", "Maren Dyrdal", "butikk-trondheim"));

    private static final List<String> GIVEN = words("""
            Agnes Albert Amalie Anders Astrid Birger Bjørg Brage Cecilie Daniel Edel Egil Eirik Elin Ella Erlend Even
            Fatima Filip Frida Gudrun Guro Gunnar Hedda Helge Henrik Hilde Håkon Idun Ingvild Ivar Jens Johanne Julie
            Jørgen Karen Kasper Kristin Lene Linn Magnus Malin Mari Mikkel Nora Oddvar Olav Oskar Ragna Reidar Runar
            Sander Sigrid Simen Sofie Stian Sunniva Svein Tarjei Terje Thomas Tiril Tora Torill Ulrik Vegard Vilde
            Yngve Zahra Åse Åsmund
            """);

    private static final List<String> FAMILY = words("""
            Almås Alnes Amdal Arnesen Bakkene Bergsvik Bjerkås Bolstad Brattli Bøe Dalseth Drange Eikeland Engen
            Espedal Fagerli Finstad Flaten Fure Gjelsvik Granli Grimstad Grønvold Haugen Heggelund Helland Hjelle
            Hollund Innvær Iversen Jensrud Kleiven Klungtveit Kolstad Kvamme Langeland Lervik Lindås Løkken Melbye
            Midtbø Myklebost Natvik Nedrebø Nordvik Oppedal Prestegard Ramstad Reinertsen Rognan Rosvold Sandvær
            Sjåvik Skogheim Slettebakk Solbakken Storli Sundet Søreide Teigen Tjelta Torvik Ulvestad Utne Valle
            Vestby Vikane Ytrehus Østgård Åmot
            """);

    private final List<Worker> all = new ArrayList<>();

    Workforce() {
        all.addAll(LEADERS);
        all.addAll(NAMED);
        var random = new SplittableRandom(SEED);
        var taken = new HashSet<String>();
        all.forEach(worker -> taken.add(worker.name()));
        for (var unit : Unit.ALL) {
            var named =
                    NAMED.stream().filter(worker -> worker.unit().equals(unit)).count();
            for (var i = named; i < unit.size(); i++) {
                all.add(drawn(unit, random, taken));
            }
        }
    }

    /** Everyone, leaders first; a person with two positions twice. */
    List<Worker> all() {
        return List.copyOf(all);
    }

    boolean isLeader(Worker worker) {
        return LEADERS.contains(worker);
    }

    private static Worker drawn(Unit unit, SplittableRandom random, Set<String> taken) {
        var name = name(random);
        while (!taken.add(name)) {
            name = name(random);
        }
        var subject = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("å", "a")
                .replace(" ", ".");
        return new Worker(subject, name, 1, unit, unit.leader(), random.nextInt(10) == 0 ? "nn" : "nb");
    }

    private static String name(SplittableRandom random) {
        return GIVEN.get(random.nextInt(GIVEN.size())) + " " + FAMILY.get(random.nextInt(FAMILY.size()));
    }

    private static Worker leader(String subject, String name) {
        return new Worker(subject, name, 1, Unit.managementOf(subject), subject.equals("vera") ? "" : "vera", "nb");
    }

    private static Worker worker(String subject, String name, String unit) {
        return new Worker(subject, name, 1, Unit.called(unit), Unit.called(unit).leader(), "nb");
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
