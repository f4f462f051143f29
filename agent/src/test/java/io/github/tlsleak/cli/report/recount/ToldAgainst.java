package io.github.tlsleak.cli.report.recount;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a comparison of two reports, as a document tells them. Stateless. */
final class ToldAgainst {

    static final double HOUR = 3_600_000;

    private static final Pattern FRESH = Pattern.compile(", (none|all|[0-9,]+) of them new since");
    private static final Pattern SITES = Pattern.compile("at ([0-9,]+) sites?");
    private static final Pattern WORDS =
            Pattern.compile("([0-9]+) new, ([0-9]+) gone, ([0-9]+) grown, ([0-9]+) shrunk against");
    private static final List<String> IN_WORDS = List.of("new", "gone", "grown", "shrunk");

    private ToldAgainst() {}

    static CountedNumbers of(JsonNode document) {
        CountedNumbers to = new CountedNumbers();
        JsonNode against = document.path("against");
        against.fields()
                .forEachRemaining(
                        field -> {
                            if (field.getValue().isNumber()) {
                                to.put("against." + field.getKey(), field.getValue().asLong());
                            }
                        });
        Matcher words = WORDS.matcher(against.path("text").asText());
        if (!words.find()) {
            throw new AssertionError(against.path("text").asText());
        }
        for (int i = 0; i < IN_WORDS.size(); i++) {
            to.put("against." + IN_WORDS.get(i), words.group(i + 1));
        }
        for (JsonNode site : against.path("sites")) {
            site("against.sites[" + site.path("site").asText() + "].", site, to);
        }
        return to.put("sentence.new", fresh(document.path("summary").path("sentence").asText()));
    }

    private static void site(String at, JsonNode site, CountedNumbers to) {
        for (String field : List.of("change", "severity", "count", "earlier")) {
            to.put(at + field, site.path(field).asText());
        }
        for (String field : List.of("rate", "earlierRate")) {
            if (site.has(field)) {
                to.put(at + field, site.path(field).asText());
            }
        }
        to.putIfAny(at + "unsure", site.path("unsure").asBoolean() ? 1 : 0);
        if (!site.path("words").asText().equals(words(site))) {
            to.put(at + "words", site.path("words").asText());
        }
    }

    /** What the other fields of a site say. */
    private static String words(JsonNode site) {
        String now = part(site, "count", "rate");
        String was = "was " + part(site, "earlier", "earlierRate");
        boolean unsure = site.path("unsure").asBoolean();
        return switch (site.path("change").asText()) {
            case "new" -> now + (unsure ? ", may be older: too seldom to tell" : "");
            case "gone" -> was + (unsure ? ", may come again: too seldom to tell" : "");
            default -> now + ", " + was;
        };
    }

    private static String part(JsonNode site, String count, String rate) {
        String number = site.path(count).asText();
        return site.has(rate) ? number + " (" + site.path(rate).asText() + ")" : number;
    }

    private static String fresh(String sentence) {
        Matcher fresh = FRESH.matcher(sentence);
        Matcher sites = SITES.matcher(sentence);
        if (!fresh.find() || !sites.find()) {
            throw new AssertionError(sentence);
        }
        return switch (fresh.group(1)) {
            case "none" -> "0";
            case "all" -> sites.group(1).replace(",", "");
            default -> fresh.group(1).replace(",", "");
        };
    }

    /** How often something was found: with two digits at least, or less than a tenth. */
    static String rate(double perHour, boolean perDay) {
        double rate = perDay ? 24 * perHour : perHour;
        String unit = perDay ? " a day" : " an hour";
        if (rate > 0 && rate < 0.1) {
            return "less than 0.1" + unit;
        }
        int digits = rate > 0 && rate < 10 ? 1 : 0;
        return BigDecimal.valueOf(rate).setScale(digits, RoundingMode.HALF_UP) + unit;
    }

    /** The hours in {@code basis}. */
    static String basis(long millis, long earlierMillis) {
        return millis == 0 || earlierMillis == 0
                ? "Compared as counted: how long the JVMs ran is not known"
                : "Compared per hour of a JVM: %s now, %s then"
                        .formatted(hours(millis), hours(earlierMillis));
    }

    private static String hours(long millis) {
        double hours = millis / HOUR;
        return BigDecimal.valueOf(hours).setScale(hours < 10 ? 1 : 0, RoundingMode.HALF_UP) + " h";
    }
}
