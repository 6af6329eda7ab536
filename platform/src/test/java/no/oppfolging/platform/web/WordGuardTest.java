package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import no.oppfolging.platform.web.WordGuard.Category;
import no.oppfolging.platform.web.WordGuard.Finding;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordGuardTest {
    private final WordGuard guard = WordGuard.withOurWords();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                Hun er deprimert og klarer ikke mer         | CONDITION
                Ho er utbrend etter ein lang haust          | CONDITION
                Han har skiveprolaps                        | CONDITION
                Ryggsmertene er verre om morgenen           | CONDITION
                Brystkreften er kommet tilbake              | CONDITION
                Vondt i kneet når hun går i trapper         | CONDITION
                MIGRENE flere ganger i uka                  | CONDITION
                Han har hatt hjarteinfarkt                  | CONDITION
                Kari venter på å bli operert                | TREATMENT
                Innlagt på sjukehus sidan måndag            | TREATMENT
                Går til psykolog hver tirsdag               | TREATMENT
                Får fysioterapi to ganger i uka             | TREATMENT
                Bruker smertestillende                      | MEDICINE
                Han tek antidepressiv medisin               | MEDICINE
                Har begynt på Zoloft                        | MEDICINE
                Midt i en skilsmisse                        | PRIVATE_LIFE
                Barnevernet er inne i bildet                | PRIVATE_LIFE
                Legen skrev F32.1 på skjemaet               | CODE
                Sykmeldt med P76                            | CODE
                L03 i sykmeldingen                          | CODE
                """)
    void warns_of_what_is_nobodys_business(String text, Category category) {
        assertThat(guard.check(text)).extracting(Finding::category).contains(category);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kari prøver halv dag på kontoret fra mandag 16. mars.",
                "Vi bytter vaktene slik at hun slipper tunge løft.",
                "Hev- og senkbart skrivebord er bestilt.",
                "Ola ringer hver torsdag klokka ti.",
                "Gradert sykmelding på 50 prosent, gjennomgang om fire uker.",
                "Sjukmeldinga er gradert, og ho arbeider tre dagar i veka.",
                "Møtet er i rom A12, ta buss B24 til stasjonen.",
                "Dialogmøte 1 holdes senest når fraværet har vart i sju uker.",
                "Oppgavene fordeles på Per og Anne mens prosjektet varer.",
                "Mindre skjermarbeid, flere korte pauser og roligere lokale.",
                "Samarbeidet med nettverket på verkstedet fortsetter.",
                "Vi snakker om arbeidsevne, ikke om årsaken.",
                "Ferie uke 28 til 31.",
                "Hun kan ta telefoner og svare på e-post hjemmefra.",
                "Tilrettelegging: kortere vakter, operasjonelt ansvar flyttes.",
                "Brudd på avtalen om arbeidstid er rettet opp."
            })
    void lets_talk_about_work_be(String text) {
        assertThat(guard.check(text)).isEmpty();
    }

    @Test
    void says_where_but_not_what() {
        var findings = guard.check("Mye angst, og sobril om natten.");
        assertThat(findings)
                .containsExactly(new Finding(Category.CONDITION, 4, 9), new Finding(Category.MEDICINE, 14, 20));
    }

    @Test
    void reads_a_long_text_in_no_time() {
        var text = "Vi flytter arbeidsoppgaver mens dere tilrettelegger arbeidsplassen. ".repeat(3000);
        Assertions.assertTimeout(
                Duration.ofSeconds(5), () -> assertThat(guard.check(text)).isEmpty());
    }
}
