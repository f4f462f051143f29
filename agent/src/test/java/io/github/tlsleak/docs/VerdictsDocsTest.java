package io.github.tlsleak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.judge.Event;
import io.github.tlsleak.common.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages explain every verdict and event there is, and no other. */
class VerdictsDocsTest {

    private static final String NAME = "[A-Z]+(_[A-Z]+)*";

    @Test
    void theFirstPageHasARowForEach() {
        assertThat(names(Page.of("README.md").table("verdict").stream())).isEqualTo(verdicts());
    }

    @Test
    void thePageOfVerdictsHasASectionForEach() {
        Set<String> sections = new TreeSet<>(Page.of("agent/docs/verdicts.md").headings(2));
        sections.removeIf(heading -> !heading.matches(NAME));
        assertThat(sections).isEqualTo(verdicts());
    }

    @Test
    void thePageOfVerdictsHasARowForEachEvent() {
        Set<String> events = new TreeSet<>();
        Stream.of(Event.values()).map(Event::name).forEach(events::add);
        assertThat(names(Page.of("agent/docs/verdicts.md").table("event").stream()))
                .as("events in agent/docs/verdicts.md")
                .isEqualTo(events);
    }

    private static Set<String> names(Stream<List<String>> rows) {
        Set<String> names = new TreeSet<>();
        rows.map(row -> row.get(0)).forEach(names::add);
        return names;
    }

    private static Set<String> verdicts() {
        Set<String> names = new TreeSet<>();
        Stream.of(Verdict.values()).map(Verdict::name).forEach(names::add);
        return names;
    }
}
