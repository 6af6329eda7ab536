package no.oppfolging.cases.law;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.Duty;
import no.oppfolging.cases.domain.Duty.Condition;
import no.oppfolging.cases.domain.Duty.OnDemand;
import no.oppfolging.cases.domain.Duty.Owner;
import no.oppfolging.cases.domain.Duty.Term;
import no.oppfolging.cases.domain.Duty.WeeksBeforeNavsMeeting;
import no.oppfolging.cases.domain.Duty.WithinMonths;
import no.oppfolging.cases.domain.Duty.WithinWeeks;
import no.oppfolging.cases.domain.RuleSet;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.kernel.LegalBasis;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One file of the law while it is read; whatever is wrong in it is told in one sentence. */
final class WrittenRuleSet {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> FIELDS = Set.of("validFrom", "source", "duties");
    private static final List<String> TERMS = List.of("weeks", "months", "weeksBeforeNavsMeeting", "onDemand");
    private static final Set<String> FIELDS_OF_A_DUTY = Set.of(
            "stage", "owner", "binds", "legalBasis", "source", "weeks", "months", "weeksBeforeNavsMeeting", "onDemand");
    private static final String LEGAL_BASIS = "(aml|ftrl)( [0-9]{4})? § .{1,50}";
    private static final int MOST = 520;

    private final String file;

    private WrittenRuleSet(String file) {
        this.file = file;
    }

    static RuleSet parse(String file, String text) {
        return new WrittenRuleSet(file).ruleSet(text);
    }

    private RuleSet ruleSet(String text) {
        var written = tree(text);
        mustHaveNoOther(FIELDS, written, "it");
        var validFrom = day(written);
        if (!file.equals(validFrom + ".json")) {
            throw wrong("its name is not " + validFrom + ".json, by the day it is valid from");
        }
        if (!written.path("duties").isArray() || written.path("duties").isEmpty()) {
            throw wrong("it has no duties");
        }
        var stages = new HashSet<Stage>();
        var source = words(written, "source", "it");
        var duties = written.path("duties")
                .valueStream()
                .map(duty -> duty(duty, source))
                .toList();
        for (var duty : duties) {
            if (!stages.add(duty.stage())) {
                throw wrong("it says two things about " + duty.stage());
            }
        }
        return new RuleSet(validFrom, duties);
    }

    private JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw wrong("it is not JSON");
        }
    }

    private LocalDate day(JsonNode written) {
        try {
            return LocalDate.parse(written.path("validFrom").asString(""));
        } catch (DateTimeParseException e) {
            throw wrong("validFrom is not a date such as 2014-07-01");
        }
    }

    /** @param source of a duty that names none of its own */
    private Duty duty(JsonNode written, String source) {
        var stage = oneOf(Stage.values(), written, "stage", "a duty");
        var place = "the duty " + stage;
        mustHaveNoOther(FIELDS_OF_A_DUTY, written, place);
        var legalBasis = words(written, "legalBasis", place);
        if (!legalBasis.matches(LEGAL_BASIS)) {
            throw wrong(place + " cites no paragraph such as aml § 4-6 (3)");
        }
        return new Duty(
                stage,
                oneOf(Owner.values(), written, "owner", place),
                term(written, place),
                oneOf(Condition.values(), written, "binds", place),
                LegalBasis.of(legalBasis),
                written.has("source") ? words(written, "source", place) : source);
    }

    private Term term(JsonNode written, String place) {
        var given = TERMS.stream().filter(written::has).toList();
        if (given.size() != 1) {
            throw wrong(place + " needs exactly one of " + String.join(", ", TERMS));
        }
        var term = given.getFirst();
        return switch (term) {
            case "weeks" -> new WithinWeeks(count(written, term, place));
            case "months" -> new WithinMonths(count(written, term, place));
            case "weeksBeforeNavsMeeting" -> new WeeksBeforeNavsMeeting(count(written, term, place));
            default -> onDemand(written, place);
        };
    }

    private Term onDemand(JsonNode written, String place) {
        if (!written.path("onDemand").asBoolean(false)) {
            throw wrong("onDemand of " + place + " is either true or not there");
        }
        return new OnDemand();
    }

    private int count(JsonNode written, String term, String place) {
        var count = written.path(term);
        if (!count.isInt() || count.intValue() < 1 || count.intValue() > MOST) {
            throw wrong(term + " of " + place + " is not a whole number from 1 to " + MOST);
        }
        return count.intValue();
    }

    private <T extends Enum<T>> T oneOf(T[] all, JsonNode written, String field, String place) {
        var word = written.path(field).asString("");
        return Arrays.stream(all)
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(field + " of " + place + " is none of "
                        + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private String words(JsonNode written, String field, String place) {
        var words = written.path(field).asString("");
        if (words.isBlank()) {
            throw wrong(field + " of " + place + " is missing");
        }
        return words;
    }

    private void mustHaveNoOther(Set<String> fields, JsonNode written, String place) {
        if (!written.isObject()) {
            throw wrong(place + " is not a JSON object");
        }
        for (var field : written.propertyNames()) {
            if (!fields.contains(field)) {
                throw wrong(place + " has a field that means nothing: " + field);
            }
        }
    }

    private WrongLaw wrong(String what) {
        return new WrongLaw("The rule set " + file + " is wrong: " + what + ".");
    }
}
