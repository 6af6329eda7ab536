package no.oppfolging.notifications.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralPlaceTest {
    private static final Optional<PersonalText> KARI =
            Optional.of(new PersonalText(PersonId.of("00000000-0000-0000-0000-00000000000a"), "Kari Nordmann"));

    private final NeutralPlace places = new NeutralPlace();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Møterom Fjorden",
                "Kafé Sol, Torggata 3",
                "På Teams",
                "Rom 3.12, 2.etg.",
                "Sykkelverkstedet",
                "Kollegerommet",
                "Drammensveien 3"
            })
    void may_stand_in_a_mail(String place) {
        assertThat(places.of(place, KARI)).contains(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Karis kontor",
                "hos nordmann",
                "https://video.example/abc",
                "video.example.com/abc",
                "zoom.us/j/123",
                "Hos legen, psykiatrisk avdeling",
                "Rom 3, samtale om sykmeldingen",
                "Rom 3, om sjukefråværet",
                "Legesenteret i Storgata",
                "Fastlegens kontor",
                "Hos dr. Berg",
                "Bedriftshelsetjenesten",
                "  ",
                PersonalText.ERASED
            })
    void is_kept_back_when_it_says_too_much_or_nothing(String place) {
        assertThat(places.of(place, KARI)).isEmpty();
    }

    @Test
    void is_kept_back_when_it_names_somebody_whose_name_is_short() {
        var bo = Optional.of(new PersonalText(PersonId.of("00000000-0000-0000-0000-00000000000a"), "Bo Li"));
        assertThat(places.of("Bos kontor", bo)).isEmpty();
        assertThat(places.of("Hos Li", bo)).isEmpty();
        assertThat(places.of("Borettslaget, Lisand", bo)).contains("Borettslaget, Lisand");
    }

    @Test
    void may_stand_in_a_mail_when_nobody_knows_the_name() {
        assertThat(places.of("Møterom Fjorden", Optional.empty())).contains("Møterom Fjorden");
    }
}
