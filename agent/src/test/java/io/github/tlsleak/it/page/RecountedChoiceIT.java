package io.github.tlsleak.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.InThisJvm;
import io.github.tlsleak.it.browser.BrowserTest;
import io.github.tlsleak.it.fleet.week.FleetWeek;
import io.github.tlsleak.it.harness.CiOnly;
import io.github.tlsleak.it.harness.OwnJdkOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is chosen of a made week, the page's numbers are those of the lines that fit. */
@CiOnly
@OwnJdkOnly
class RecountedChoiceIT extends BrowserTest {

    private static final Pattern NUMBER = Pattern.compile("([0-9,]+) (leak|defect|notice)");
    private static final String TILES =
            "[...document.querySelectorAll('#numbers .card')].map(e => e.querySelector('span')"
                    + ".innerText.replace(/s$/, '') + '=' + e.querySelector('b').innerText).join(';')";
    private static final String ROWS =
            "[...document.querySelectorAll('.site [data-label=Findings]')]"
                    + ".map(e => e.innerText.split(' of ')[0].replaceAll(',', '')).join(' ')";
    private static final String BARS =
            "[...document.querySelectorAll('#time svg g title')].map(e => e.textContent).join(';')";
    private static final String STARTS =
            "JSON.parse(document.getElementById('data').textContent).leaksOverTime"
                    + ".map(e => e.from).join(' ')";

    private ChosenLines lines;

    @Override
    protected String subject() {
        return "the numbers of a choice";
    }

    @Override
    protected Path write(Path directory) throws IOException {
        Path week = FleetWeek.write(directory.resolve("week"));
        lines = new ChosenLines(week);
        Path html = directory.resolve("week.html");
        InThisJvm.report(List.of(week), "--format", "html", "--out", html.toString());
        return html;
    }

    /** A choice as in the page's address; {@code bars=3-9} chooses times. */
    private Map<String, String> choice(String fragment) {
        Map<String, String> choice = new LinkedHashMap<>();
        for (String part : fragment.split("&")) {
            String[] of = part.split("=", 2);
            if (of[0].equals("bars")) {
                String[] starts = page.eval(STARTS).asText().split(" ");
                String[] bars = of[1].split("-");
                choice.put("from", starts[Integer.parseInt(bars[0])]);
                choice.put("to", starts[Integer.parseInt(bars[1])]);
            } else if (of.length == 2) {
                choice.put(of[0], of[1]);
            }
        }
        return choice;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "severity=leak",
                "severity=defect",
                "severity=known",
                "verdict=RESCUED",
                "verdict=CONTEXT_CHURN",
                "verdict=UNDERCUT",
                "host=node-2",
                "program=com.acme.shop.Application",
                "label=version=2.4.0",
                "owner=library",
                "owner=jdk",
                "bars=10-40",
                "bars=30-31",
                "host=node-1&severity=notice",
                "label=service=gateway&verdict=LOST",
                "owner=application&bars=40-55",
                "program=com.acme.search.Application&bars=0-30",
                "verdict=LOST&host=node-3&bars=20-50",
                "label=service=mail&owner=application",
            })
    void allNumbers(String fragment) throws InterruptedException {
        Map<String, String> choice = choice(fragment);
        List<String> parts = new ArrayList<>();
        choice.forEach((name, value) -> parts.add(name + "=" + value));
        page.eval("location.hash = '" + String.join("&", parts) + "'");
        page.await("document.querySelectorAll('#chips li').length === " + choice.size());
        ChosenLines chosen = lines.of(choice);
        assertThat(tiles())
                .containsEntry("leak", chosen.count("leak"))
                .containsEntry("defect", chosen.count("defect"))
                .containsEntry("notice", chosen.count("notice"))
                .containsEntry("site", chosen.realSites());
        assertThat(page.text("#shown")).isEqualTo(shown(chosen));
        assertThat(page.eval(ROWS).asText())
                .isEqualTo(String.join(" ", chosen.rows().stream().map(String::valueOf).toList()));
        Map<String, String> untimed = new LinkedHashMap<>(choice);
        untimed.keySet().removeAll(List.of("from", "to"));
        ChosenLines drawn = lines.of(untimed);
        assertThat(bars())
                .isEqualTo(
                        Map.of(
                                "leak", drawn.count("leak"),
                                "defect", drawn.count("defect"),
                                "notice", drawn.count("notice")));
    }

    private String shown(ChosenLines chosen) {
        long known = chosen.count("known");
        return "%d of %d sites, %,d finding%s%s"
                .formatted(
                        chosen.sites().size(),
                        lines.sites().size(),
                        chosen.all(),
                        chosen.all() == 1 ? "" : "s",
                        known == 0
                                ? ""
                                : ", %,d of them excused as known behaviour".formatted(known));
    }

    private Map<String, Long> tiles() {
        Map<String, Long> tiles = new TreeMap<>();
        for (String tile : page.eval(TILES).asText().split(";")) {
            String[] parts = tile.split("=");
            tiles.put(parts[0], Long.parseLong(parts[1].replace(",", "")));
        }
        return tiles;
    }

    /** The sums of all bars. */
    private Map<String, Long> bars() {
        Map<String, Long> sums = new TreeMap<>(Map.of("leak", 0L, "defect", 0L, "notice", 0L));
        Matcher number = NUMBER.matcher(page.eval(BARS).asText());
        while (number.find()) {
            sums.merge(
                    number.group(2), Long.parseLong(number.group(1).replace(",", "")), Long::sum);
        }
        return sums;
    }
}
