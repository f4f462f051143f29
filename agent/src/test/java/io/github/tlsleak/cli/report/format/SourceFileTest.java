package io.github.tlsleak.cli.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.cli.report.model.Analysis;
import io.github.tlsleak.cli.report.model.ReportedSite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFileTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.A.b(A.java:42),             com/acme/A.java,   42",
        "com.acme.A$B.lambda$c(A.java:7),     com/acme/A.java,   7",
        "com.acme.A.<init>(A.java:7),         com/acme/A.java,   7",
        "com.acme.MainKt.main(Main.kt:3),     com/acme/Main.kt,  3",
        "Top.main(Top.java:1),                Top.java,          1",
        "com.acme.A.b(A.java),                com/acme/A.java,   0",
        "com.acme.A.b(A.java:x),              com/acme/A.java,   0",
        "com.\u00e4cme.A.b(\u00c4.java:2),    com/\u00e4cme/\u00c4.java, 2",
        "a.b.package-info.c(package-info.java:2), a/b/package-info.java, 2",
    })
    void ofAFrame(String frame, String path, int line) {
        SourceFile file = SourceFile.of(frame);
        assertThat(file.path).isEqualTo(path);
        assertThat(file.line).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "(A.java:1)",
                "a.b.C.d(Native Method)",
                "a.b.C.d(Unknown Source)",
                "a.b.C.d(../../etc/passwd.java:1)",
                "..a.b.C.d(A.java:1)",
                "a./etc.C.d(A.java:1)",
                "a.b.C.d(/A.java:1)",
                "javascript:alert.b.C.d(A.java:1)",
                "<script>.b.C.d(A.java:1)",
                "a b.C.d(A.java:1)"
            })
    void notKnown(String frame) {
        assertThat(SourceFile.of(frame)).isNull();
        assertThat(SourceFile.of((String) null)).isNull();
    }

    @Test
    void ofAPlaceWhateverIsKnown() {
        Analysis analysis =
                Written.read(
                        """
                        {"type":"site","site":"a","owner":"jdk","stack":["x","a.B.c(B.java:1)"]}
                        {"type":"leak","verdict":"LOST","severity":"leak","site":"a"}
                        """);
        ReportedSite site = analysis.sites().byCost().get(0).site();
        assertThat(SourceFile.of(site).path).isEqualTo("a/B.java");
        assertThat(SourceFile.of(new ReportedSite("b"))).isNull();
    }
}
