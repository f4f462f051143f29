package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JVMs run tests or builds. */
class TestRunnersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.maven.surefire.booter.ForkedBooter",
                "worker.org.gradle.process.internal.worker.GradleWorkerMain",
                "org.gradle.launcher.daemon.bootstrap.GradleDaemon",
                "org.gradle.wrapper.GradleWrapperMain",
                "org.codehaus.plexus.classworlds.launcher.Launcher",
                "com.intellij.rt.junit.JUnitStarter",
                "com.intellij.rt.testng.RemoteTestNGStarter",
                "org.eclipse.jdt.internal.junit.runner.RemoteTestRunner",
                "org.junit.platform.console.ConsoleLauncher",
                "org.junit.runner.JUnitCore",
                "junit.textui.TestRunner",
                "org.testng.TestNG",
                "org.apache.tools.ant.taskdefs.optional.junit.JUnitTestRunner",
                "com.google.testing.junit.runner.BazelTestRunner",
                "sbt.ForkMain",
                "org.scalatest.tools.Runner",
                "org.pitest.coverage.execute.CoverageMinion",
            })
    void runsTests(String mainClass) {
        assertThat(TestRunners.contains(mainClass)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.acme.Shop",
                "org.apache.catalina.startup.Bootstrap",
                "org.springframework.boot.loader.launch.JarLauncher",
                "org.apache.mavenproxy.Main",
                "sbtower.Main",
                "kafka.Kafka",
            })
    void isAService(String mainClass) {
        assertThat(TestRunners.contains(mainClass)).isFalse();
    }

    @Test
    void nobodyKnows() {
        assertThat(TestRunners.contains(null)).isFalse();
    }
}
