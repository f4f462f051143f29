package io.github.tlsleak.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.test.TlsFinding;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeakMessageTest {

    private static final Settings DEFAULTS = Settings.of(key -> Optional.empty());
    private static final Settings ONCE =
            Settings.of(
                    key -> Optional.ofNullable(Map.of("tlsleak.junit.check", "class").get(key)));
    private static final String LEAK =
            "number=1\tverdict=LOST\tseverity=leak\tresource=SSLSocket\tsite=0123456789abcdef"
                    + "\tframe=com.acme.A.b(A.java:1)\tpeer=db:5432\tthread=pool-1\tscope=[t:1]"
                    + "\ttext=leak LOST: SSLSocket\\n  peer      db:5432";

    private static TlsFinding finding(String line) throws Exception {
        Method list = TlsFinding.class.getDeclaredMethod("list", String.class);
        list.setAccessible(true);
        return (TlsFinding) ((List<?>) list.invoke(null, line)).get(0);
    }

    private static Guard guard(String id, Settings settings) {
        return new Guard(id, "ATest.b()", settings, null);
    }

    @Test
    void theFirstLineSaysItAll() throws Exception {
        Guard test = guard("[t:1]", DEFAULTS);
        LeakMessage message = new LeakMessage(finding(LEAK), test, test);
        assertThat(message.text())
                .isEqualTo(
                        "TLS session leaked: LOST SSLSocket opened at com.acme.A.b(A.java:1), peer"
                                + " db:5432\n  peer      db:5432");
        message.again();
        assertThat(message.text()).contains("db:5432 (2 sessions)\n");
    }

    @Test
    void aLateLeakNamesItsTest() throws Exception {
        Guard type = guard("[c:1]", DEFAULTS);
        assertThat(new LeakMessage(finding(LEAK), guard("[t:1]", DEFAULTS), type).text())
                .startsWith("TLS session leaked by ATest.b(), found after it was over: LOST");
        assertThat(new LeakMessage(finding(LEAK), guard("[t:1]", ONCE), type).text())
                .startsWith("TLS session leaked by ATest.b(): LOST");
    }

    @Test
    void aLeakOfNoTestNamesItsThread() throws Exception {
        String line = LEAK.replace("\tscope=[t:1]", "");
        assertThat(new LeakMessage(finding(line), null, null).text())
                .startsWith(
                        "TLS session leaked, opened on thread pool-1, outside of any test: LOST");
    }

    @Test
    void whatIsNotKnownIsNotSaid() throws Exception {
        String line =
                LEAK.replace("\tpeer=db:5432", "")
                        .replace("\tframe=com.acme.A.b(A.java:1)", "")
                        .replace("severity=leak", "severity=notice");
        Guard test = guard("[t:1]", DEFAULTS);
        assertThat(new LeakMessage(finding(line), test, test).text())
                .startsWith("TLS notice: LOST SSLSocket\n");
    }

    @Test
    void anOpenSessionIsNoLeak() throws Exception {
        String line = LEAK.replace("LOST\tseverity=leak", "OPEN\tseverity=counted");
        Guard test = guard("[t:1]", DEFAULTS);
        assertThat(new LeakMessage(finding(line), test, test).text())
                .startsWith("TLS session still open: SSLSocket opened at com.acme.A.b(A.java:1)");
    }

    @Test
    void severities() throws Exception {
        TlsFinding defect = finding(LEAK.replace("severity=leak", "severity=defect"));
        assertThat(FailOn.LEAK.includes(finding(LEAK))).isTrue();
        assertThat(FailOn.LEAK.includes(defect)).isFalse();
        assertThat(FailOn.DEFECT.includes(defect)).isTrue();
        assertThat(FailOn.NEW.includes(defect)).isFalse();
        assertThat(FailOn.NEW.includes(finding(LEAK + "\tnew=true"))).isTrue();
    }
}
