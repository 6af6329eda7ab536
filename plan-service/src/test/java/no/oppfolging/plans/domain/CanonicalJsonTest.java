package no.oppfolging.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Nested
    class Rfc_8785 {
        @Test
        void escapes_the_string_of_section_3_2_2() {
            var string = "\u20ac$\u000F\nA'B\"\\\\\"/";
            assertThat(CanonicalJson.of(string)).isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
        }

        @Test
        void writes_the_literals_of_section_3_2_2() {
            assertThat(CanonicalJson.of(Arrays.asList(null, true, false))).isEqualTo("[null,true,false]");
        }

        @Test
        void sorts_the_names_of_section_3_2_3_by_their_utf_16_units() {
            var members = new LinkedHashMap<String, Object>();
            members.put("\u20ac", "Euro Sign");
            members.put("\r", "Carriage Return");
            members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
            members.put("1", "One");
            members.put("\ud83d\ude00", "Emoji: Grinning Face");
            members.put("\u0080", "Control");
            members.put("\u00f6", "Latin Small Letter O With Diaeresis");
            assertThat(CanonicalJson.of(members))
                    .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                            + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
        }

        @Test
        void refuses_half_a_surrogate_pair() {
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of("\ude00"));
        }

        @Test
        void keeps_whole_numbers_exact_and_refuses_those_it_cannot() {
            assertThat(CanonicalJson.of(List.of(0, -7, 9007199254740991L))).isEqualTo("[0,-7,9007199254740991]");
            assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(9007199254740992L));
        }
    }

    @Test
    void escapes_control_characters_in_their_shortest_form() {
        assertThat(CanonicalJson.of("\b\t\n\f\r\u0000\u001f\u007f"))
                .isEqualTo("\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"");
    }

    @Test
    void nests_without_white_space() {
        assertThat(CanonicalJson.of(Map.of("b", List.of(), "a", Map.of("d", 1, "c", Map.of()))))
                .isEqualTo("{\"a\":{\"c\":{},\"d\":1},\"b\":[]}");
    }

    @Test
    void signs_nothing_it_does_not_know() {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.of(0.5));
    }
}
