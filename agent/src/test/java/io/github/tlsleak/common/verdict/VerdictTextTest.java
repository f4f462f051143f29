package io.github.tlsleak.common.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTextTest {

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void somethingIsSaidOfEachVerdict(Verdict verdict) {
        for (Resource resource : Resource.values()) {
            String what = VerdictText.what(verdict, resource);
            String why = VerdictText.why(verdict, resource);
            String fix = VerdictText.fix(verdict, resource);
            for (String text : new String[] {what, why, fix}) {
                assertThat(text).isNotBlank().doesNotContain("null", "\n").doesNotEndWith(".");
                assertThat(Character.isLowerCase(text.charAt(0)) || text.contains("TLS")).isTrue();
            }
            assertThat(what).isNotEqualTo(why);
        }
    }

    /** Verdicts on engines that are told in the log. */
    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"LOST", "RESCUED", "UNANSWERED", "HALF_CLOSED", "UNSENT", "OPEN"})
    void anEngineHasNoDescriptorAndNoClose(Verdict verdict) {
        String all =
                VerdictText.what(verdict, Resource.SSL_ENGINE)
                        + VerdictText.why(verdict, Resource.SSL_ENGINE)
                        + VerdictText.fix(verdict, Resource.SSL_ENGINE);
        assertThat(all).doesNotContain("descriptor", " close()", "socket");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, SSL_SOCKET, close()",
        "LOST, SSL_ENGINE, closeOutbound()",
        "LOST, SSL_SERVER_SOCKET, port",
        "RESCUED, SSL_SOCKET, JDK-8212136",
        "UNANSWERED, SSL_SOCKET, -1",
        "HALF_CLOSED, SSL_SOCKET, shutdownOutput()",
        "ABANDONED, SSL_SOCKET, times out",
        "UNDERCUT, SSL_SOCKET, RFC 8446",
        "UNSENT, SSL_ENGINE, RFC 8446",
        "FAILED, SSL_SOCKET, fatal alert",
    })
    void whyNamesTheReason(Verdict verdict, Resource resource, String part) {
        assertThat(VerdictText.why(verdict, resource)).contains(part);
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, SSL_SOCKET, try-with-resources",
        "LOST, SSL_ENGINE, isOutboundDone()",
        "RESCUED, SSL_SOCKET, try-with-resources",
        "UNANSWERED, SSL_SOCKET, close()",
        "UNANSWERED, SSL_ENGINE, closeOutbound()",
        "HALF_CLOSED, SSL_SOCKET, finally",
        "ABANDONED, SSL_SOCKET, startHandshake()",
        "UNSENT, SSL_ENGINE, isOutboundDone()",
        "UNSENT, SSL_SOCKET, let close() send it",
        "UNDERCUT, SSL_SOCKET, before",
        "OPEN, SSL_SOCKET, threshold",
    })
    void fixNamesTheRemedy(Verdict verdict, Resource resource, String part) {
        assertThat(VerdictText.fix(verdict, resource)).contains(part).doesNotContain("SO_LINGER");
    }

    @Test
    void whatIsSpecialChangesWhatIsSaid() {
        assertThat(VerdictText.fix(Verdict.UNSENT, Resource.SSL_SOCKET, Detail.LINGER))
                .contains("without SO_LINGER");
        assertThat(VerdictText.why(Verdict.UNSENT, Resource.SSL_SOCKET, Detail.LINGER))
                .isEqualTo(VerdictText.why(Verdict.UNSENT, Resource.SSL_SOCKET, null))
                .isEqualTo(VerdictText.why(Verdict.UNSENT, Resource.SSL_SOCKET));
        assertThat(Detail.of(Detail.LINGER.json())).isSameAs(Detail.LINGER);
        assertThat(Detail.of("strange")).isNull();
        assertThat(Detail.of(null)).isNull();
    }
}
