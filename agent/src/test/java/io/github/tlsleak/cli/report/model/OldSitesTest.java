package io.github.tlsleak.cli.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.format.Written;
import io.github.tlsleak.cli.report.model.compare.BaselineComparison;
import io.github.tlsleak.common.frames.Attribution;
import io.github.tlsleak.common.frames.Fingerprint;
import io.github.tlsleak.common.rules.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of 0.1.0, alone and beside new ones; one leak in one method, seen by both. */
class OldSitesTest {

    private static final String JSSE =
            "sun.security.ssl.SSLSocketImpl.<init>(SSLSocketImpl.java:1)";

    @TempDir Path dir;

    private static List<String> stack(int line) {
        return List.of(
                JSSE,
                "com.acme.Client.call(Client.java:" + line + ")",
                "com.acme.Main.main(Main.java:7)");
    }

    private static String old(int line) {
        return Fingerprint.ofStack(stack(line), false);
    }

    private static String name(String resource) {
        List<String> path = new Attribution(List.of()).path(stack(1));
        return Fingerprint.ofSite(resource, path, false);
    }

    private static String site(String names, int line) {
        String texts = "\"" + String.join("\",\"", stack(line)) + "\"";
        return "{\"type\":\"site\","
                + names
                + ",\"resource\":\"SSLSocket\",\"frame\":\""
                + stack(line).get(1)
                + "\",\"owner\":\"application\",\"stack\":["
                + texts
                + "]}\n";
    }

    private static String oldSite(int line) {
        return site("\"site\":\"" + old(line) + "\"", line);
    }

    private static String newSite(int line) {
        String names = "\"site\":\"%s\",\"fingerprint1\":\"%s\"";
        return site(names.formatted(name("SSLSocket"), old(line)), line);
    }

    private static String leak(String site, String more) {
        return "{\"type\":\"leak\",\"verdict\":\"LOST\",\"severity\":\"leak\","
                + "\"resource\":\"SSLSocket\",\"site\":\""
                + site
                + "\""
                + more
                + "}\n";
    }

    private static SiteFindings only(Analysis analysis) {
        assertThat(analysis.sites().byCost()).hasSize(1);
        return analysis.sites().byCost().get(0);
    }

    @Test
    void twoLinesOfOneMethodAreOneSite() throws IOException {
        SiteFindings one =
                only(
                        Written.read(
                                oldSite(42)
                                        + leak(old(42), "")
                                        + oldSite(57)
                                        + leak(old(57), "")
                                        + leak(old(42), "")));
        assertThat(one.site().fingerprint()).isEqualTo(name("SSLSocket"));
        assertThat(one.site().names())
                .containsExactlyInAnyOrder(name("SSLSocket"), old(42), old(57));
        assertThat(one.sum()).isEqualTo(3);
        assertThat(one.site().shortText())
                .isEqualTo("com.acme.Client.call(Client.java:42) and (Client.java:57)");
    }

    @Test
    void oldAndNewReportsOfOneLeakAreOneSite() throws IOException {
        String another =
                ",\"frame\":\"" + stack(60).get(1) + "\",\"fingerprint1\":\"" + old(60) + "\"";
        SiteFindings one =
                only(
                        Written.read(
                                oldSite(42)
                                        + leak(old(42), "")
                                        + newSite(57)
                                        + leak(name("SSLSocket"), "")
                                        + leak(name("SSLSocket"), another)));
        assertThat(one.site().lines())
                .containsExactly(stack(42).get(1), stack(57).get(1), stack(60).get(1));
        assertThat(one.site().names())
                .containsExactlyInAnyOrder(name("SSLSocket"), old(42), old(57), old(60));
    }

    @Test
    void aStackThatMakesTwoKindsIsTwoSites() throws IOException {
        String engine = leak(old(42), "").replace("SSLSocket", "SSLEngine");
        Analysis analysis = Written.read(oldSite(42) + leak(old(42), "") + engine);
        assertThat(analysis.sites().byCost())
                .extracting(s -> s.site().fingerprint())
                .containsExactlyInAnyOrder(name("SSLSocket"), name("SSLEngine"));
        assertThat(analysis.sites().byCost())
                .allSatisfy(s -> assertThat(s.site().stack()).isEqualTo(stack(42)));
    }

    @Test
    void theOptionsOfTheJvmSayWhatIsTheApplication() throws IOException {
        String meta = "{\"type\":\"meta\",\"pid\":1,\"options\":\"app.packages=com.acme.Main\"}\n";
        String main = stack(42).get(2);
        String site = oldSite(42).replace("\"frame\":\"" + stack(42).get(1), "\"frame\":\"" + main);
        SiteFindings one = only(Written.read(meta + site + leak(old(42), "")));
        assertThat(one.site().fingerprint())
                .isEqualTo(Fingerprint.ofSite("SSLSocket", List.of("com.acme.Main.main"), false));
        assertThat(one.site().frame()).isEqualTo(main);
    }

    @Test
    void aLineWhoseSiteIsNotDescribedKeepsItsName() throws IOException {
        assertThat(only(Written.read(leak(old(42), ""))).site().fingerprint()).isEqualTo(old(42));
    }

    @Test
    void aBaselineMayHoldOldAndNewNames() throws IOException {
        Analysis analysis = Written.read(newSite(57) + leak(name("SSLSocket"), "") + oldSite(42));
        for (String name : List.of(name("SSLSocket"), old(57), old(42))) {
            Path file = Files.writeString(dir.resolve(name), name);
            Baseline baseline = Baseline.load(file, new ArrayList<>());
            analysis.compare(baseline);
            assertThat(analysis.isNew(only(analysis))).as(name).isFalse();
            assertThat(new BaselineComparison(analysis, baseline).gone).isZero();
        }
        Path other = Files.writeString(dir.resolve("b"), old(60));
        analysis.compare(Baseline.load(other, new ArrayList<>()));
        assertThat(analysis.isNew(only(analysis))).isTrue();
    }
}
