package io.github.tlsleak.junit.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.junit.it.Played.Result;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The samples on each JUnit and JDK: which tests fail, and what they say. */
class SamplesIT {

    private static final String[] SAMPLES = {
        "LeakingTest",
        "CleanTest",
        "FieldTest",
        "LateTest",
        "WholeClassTest",
        "ServerTest",
        "SettingsTest",
        "WatcherTest"
    };

    private static final Map<Launch, Played> PLAYED = new TreeMap<>();

    /** One JVM plays all of them. */
    private static synchronized Played played(Launch launch) throws Exception {
        if (!PLAYED.containsKey(launch)) {
            PLAYED.put(launch, launch.samples().play(SAMPLES));
        }
        Played played = PLAYED.get(launch);
        assertThat(played.exit()).as(played.text()).isZero();
        assertThat(played.text()).contains("PLAYED");
        return played;
    }

    static java.util.List<Launch> launches() {
        return Launch.all();
    }

    @ParameterizedTest
    @MethodSource("launches")
    void theTestThatLeaksFails(Launch launch) throws Exception {
        Played played = played(launch);
        String type = "LeakingTest]/";
        assertThat(played.failed("LeakingTest"))
                .hasSize(launch.hasVirtualThreads() ? 14 : 13)
                .contains(
                        type + "[method:socket()]",
                        type + "[method:engine()]",
                        type + "[method:thrice()]",
                        type + "[method:twoPlaces()]",
                        type + "[method:failsAnyway()]",
                        type + "[method:leftInterrupted()]",
                        type + "[method:thread()]",
                        type + "[method:executor()]",
                        type
                                + "[test-template:parameter(java.lang.String)]/[test-template-invocation:#2]",
                        type + "[test-template:repeated()]/[test-template-invocation:#1]",
                        type + "[test-template:repeated()]/[test-template-invocation:#2]",
                        type + "[test-factory:dynamic()]/[dynamic-test:#2]",
                        type + "[nested-class:Inside]/[method:nested()]");
        assertThat(played.text()).contains("1 finding is allowed in LeakingTest.allowed(): bug 42");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void theMessageSaysWhatToDo(Launch launch) throws Exception {
        Played played = played(launch);
        Result socket = played.result("LeakingTest]/[method:socket()");
        assertThat(socket.firstLine())
                .matches(
                        "TLS session leaked: (LOST|RESCUED) SSLSocket opened at"
                                + " com.acme.Tls.connect\\(Tls.java:\\d+\\), peer localhost:"
                                + EchoServer.port());
        assertThat(socket.trace())
                .contains(
                        "\n  test      LeakingTest.socket()\n", "\n  site      ", "\n  fix       ")
                .contains("\n  > com.acme.Tls.connect(Tls.java:")
                .contains("\n    com.acme.LeakingTest.socket(LeakingTest.java:")
                // the error's own stack: what an IDE opens, and surefire names
                .contains("\n at com.acme.LeakingTest.socket(LeakingTest.java:")
                .doesNotContain("org.junit.jupiter", "org.junit.platform");
        assertThat(played.result("LeakingTest]/[method:thrice()").firstLine())
                .endsWith("(3 sessions)");
        assertThat(played.result("LeakingTest]/[method:twoPlaces()").trace())
                .contains("(2 failures)", "SSLSocket opened at", "SSLEngine opened at");
        assertThat(played.result("LeakingTest]/[method:failsAnyway()").trace())
                .startsWith("java.lang.IllegalStateException: the first failure")
                .contains("Suppressed: org.opentest4j.AssertionFailedError: TLS session leaked");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void cleanTestsPass(Launch launch) throws Exception {
        assertThat(played(launch).failed("CleanTest")).isEmpty();
    }

    /** JUnit before 5.12 does not say who wants the instance of the test: the class fails. */
    @ParameterizedTest
    @MethodSource("launches")
    void sessionsInFieldsAreFound(Launch launch) throws Exception {
        Played played = played(launch);
        String test = "FieldTest]/[method:setsField()]";
        String constructed = "FieldTest]/[nested-class:Constructed]";
        String shared = "FieldTest]/[nested-class:Shared]";
        if (launch.releasesInstances()) {
            assertThat(played.failed("FieldTest"))
                    .containsExactly(test, constructed + "/[method:usesField()]", shared);
        } else {
            assertThat(played.failed("FieldTest"))
                    .containsExactly("FieldTest]", constructed, shared);
            assertThat(played.result("com.acme.FieldTest").firstLine())
                    .startsWith("TLS session leaked by FieldTest.setsField(), found after");
        }
        assertThat(played.failed("WatcherTest")).containsExactly("WatcherTest]");
        assertThat(played.text()).contains("WATCHED class com.acme.WatcherTest");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void aLateLeakNamesItsTest(Launch launch) throws Exception {
        Played played = played(launch);
        assertThat(played.failed("LateTest")).containsExactly("LateTest]");
        assertThat(played.result("com.acme.LateTest").firstLine())
                .startsWith("TLS session leaked by LateTest.opens(), found after it was over:");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void whatTheClassOpensIsTheClasss(Launch launch) throws Exception {
        Played played = played(launch);
        assertThat(played.failed("WholeClassTest")).containsExactly("WholeClassTest]");
        assertThat(played.result("com.acme.WholeClassTest").trace())
                .contains("TLS session leaked: ", "\n  test      WholeClassTest\n");
        assertThat(played.failed("ServerTest"))
                .containsExactly("ServerTest]/[method:serverForgets()]");
    }

    @ParameterizedTest
    @MethodSource("launches")
    void theAnnotationDecides(Launch launch) throws Exception {
        Played played = played(launch);
        String type = "SettingsTest]/";
        assertThat(played.failed("SettingsTest"))
                .containsExactly(
                        type + "[method:defectForbidden()]",
                        type + "[method:guardedAlone()]",
                        type + "[method:keepsOpen()]",
                        type + "[nested-class:Once]");
        assertThat(played.result(type + "[method:keepsOpen()").firstLine())
                .startsWith("TLS session still open: SSLSocket opened at com.acme.Tls.connect");
        assertThat(played.result(type + "[method:defectForbidden()").firstLine())
                .startsWith("TLS defect: UNDERCUT SSLSocket");
        assertThat(played.result(type + "[nested-class:Once").firstLine())
                .startsWith("TLS session leaked by SettingsTest.Once.forgets(): ");
    }
}
