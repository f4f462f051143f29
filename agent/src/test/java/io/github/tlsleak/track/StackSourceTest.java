package io.github.tlsleak.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.program.Program;
import io.github.tlsleak.verdict.Attribution;
import io.github.tlsleak.verdict.Owner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackSourceTest {

    private final SiteTable sites = new SiteTable(new Attribution(List.of()));

    static List<StackSource> sources() {
        return List.of(StackSource.best(), new StackSource.ThrowableSource());
    }

    @Test
    void theBestHereWalks() {
        assertThat(StackSource.best().getClass().getSimpleName()).isEqualTo("WalkerSource");
    }

    @ParameterizedTest
    @MethodSource("sources")
    void theResponsibleFrameIsTheProgram(StackSource source) {
        Site site = Program.call(() -> source.site(64, sites, false));
        assertThat(site.owner()).isEqualTo(Owner.APPLICATION);
        assertThat(site.frame())
                .matches("io.github.tlsleak.program.Program.call.Program.java:\\d+.");
        assertThat(site.stack()).first().isEqualTo(site.frame());
        assertThat(site.stack()).noneMatch(frame -> frame.contains("tlsleak.track."));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void oneSiteEachTime(StackSource source) {
        List<Site> found = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            found.add(Program.call(() -> source.site(64, sites, false)));
        }
        assertThat(found).containsOnly(found.get(0));
        Site other = Program.deep(1, () -> source.site(64, sites, false));
        assertThat(other).isNotSameAs(found.get(0));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void notDeeperThanAsked(StackSource source) {
        assertThat(Program.deep(30, () -> source.site(8, sites, false)).stack()).hasSize(8);
        assertThat(Program.deep(200, () -> source.site(64, sites, false)).stack()).hasSize(64);
    }

    @Test
    void bothSourcesAgree() {
        List<String> fingerprints = new ArrayList<>();
        for (StackSource source : sources()) {
            SiteTable own = new SiteTable(new Attribution(List.of()));
            fingerprints.add(Program.call(() -> source.site(16, own, false)).fingerprint());
        }
        assertThat(fingerprints.get(0)).isEqualTo(fingerprints.get(1));
    }
}
