package io.github.tlsleak.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reads what the agent replies. */
class TlsFindingTest {

    @Test
    void readsEachLine() {
        List<TlsFinding> findings =
                TlsFinding.list(
                        "number=3\tverdict=LOST\tseverity=leak\tresource=SSLSocket\tsite=0123\tnew=true"
                                + "\tframe=com.acme.A.b(A.java:1)\towner=application\tpeer=db:1"
                                + "\tthread=a\\tb\tscope=[engine:x]\ttext=one\\ntwo \\\\n=\n"
                                + "number=4\tverdict=UNSENT\n");
        assertThat(findings).hasSize(2);
        TlsFinding first = findings.get(0);
        assertThat(first.number()).isEqualTo(3);
        assertThat(first.verdict()).isEqualTo("LOST");
        assertThat(first.severity()).isEqualTo("leak");
        assertThat(first.resource()).isEqualTo("SSLSocket");
        assertThat(first.site()).isEqualTo("0123");
        assertThat(first.isNew()).isTrue();
        assertThat(first.frame()).isEqualTo("com.acme.A.b(A.java:1)");
        assertThat(first.owner()).isEqualTo("application");
        assertThat(first.peer()).isEqualTo("db:1");
        assertThat(first.thread()).isEqualTo("a\tb");
        assertThat(first.scope()).isEqualTo("[engine:x]");
        assertThat(first.text()).isEqualTo("one\ntwo \\n=");
        assertThat(findings.get(1).peer()).isNull();
        assertThat(findings.get(1).isNew()).isFalse();
    }

    @Test
    void nothingIsNoFinding() {
        assertThat(TlsFinding.list("")).isEmpty();
    }
}
