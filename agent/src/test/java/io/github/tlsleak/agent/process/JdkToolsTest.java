package io.github.tlsleak.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.compiler/com.sun.tools.javac.Main A.java",
                "jdk.jcmd/sun.tools.jcmd.JCmd 42 GC.run",
                "jdk.jshell/jdk.internal.jshell.tool.JShellToolProvider",
                "jdk.jshell.execution.RemoteExecutionControl 4711",
                "java.base/sun.security.tools.keytool.Main -list",
                "jdk.jartool/sun.security.tools.jarsigner.Main",
                "jdk.javadoc/jdk.javadoc.internal.tool.Main",
                "com.sun.tools.javac.Main A.java",
                "sun.tools.jps.Jps",
                "sun.security.tools.keytool.Main -list",
            })
    void tools(String command) {
        assertThat(JdkTools.isTool(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Main",
                "com.acme.app/com.acme.Main",
                "app.jar --jdk.compiler",
                "/opt/jdk.d/app.jar",
                "org.apache.catalina.startup.Bootstrap start",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                "jdk.httpserver/sun.net.httpserver.simpleserver.Main",
                "",
            })
    void programs(String command) {
        assertThat(JdkTools.isTool(command)).isFalse();
    }

    @Test
    void unknownIsAProgram() {
        assertThat(JdkTools.isTool(null)).isFalse();
    }
}
