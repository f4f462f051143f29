package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Sets a property that starts the test JVMs of surefire and failsafe with the agent. Used by one
 * thread.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends TlsleakMojo {

    /** The property that is set. What it holds already is kept. */
    @Parameter(property = "tlsleak.propertyName", defaultValue = "argLine", required = true)
    private String propertyName;

    /** Further options of the agent: {@code key=value,key=value}. */
    @Parameter(property = "tlsleak.options")
    private @Nullable String options;

    /** File of accepted sites; the agent reads it if it exists. */
    @Parameter(property = "tlsleak.baseline")
    private @Nullable File baseline;

    /** File of rules that take findings out. */
    @Parameter(property = "tlsleak.suppressions")
    private @Nullable File suppressions;

    /** Packages of the application, comma-separated: their frames are the responsible ones. */
    @Parameter(property = "tlsleak.appPackages")
    private @Nullable String appPackages;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    void run() throws MojoExecutionException {
        clean();
        String argument = argument().quoted();
        String key = "tlsleak.agent." + propertyName;
        String before = project().getProperties().getProperty(propertyName, "").trim();
        Object own = project().getContextValue(key);
        if (own != null) {
            // this goal runs a second time in this build
            before = before.replace(own.toString(), "").trim();
        }
        String line = before.isEmpty() ? argument : argument + " " + before;
        project().setContextValue(key, argument);
        project().getProperties().setProperty(propertyName, line);
        getLog().info(propertyName + " set to " + line);
        warnOfUserProperty();
    }

    /**
     * Once in a build: a second execution, for another property, keeps the reports of the first.
     */
    private void clean() throws MojoExecutionException {
        ReportDirectory reports = reports();
        String key = "tlsleak.prepared." + reports.path();
        if (project().getContextValue(key) != null) {
            return;
        }
        try {
            reports.prepare();
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "reports of an earlier build cannot be removed from "
                            + reports.path()
                            + ": "
                            + e,
                    e);
        }
        project().setContextValue(key, Boolean.TRUE);
    }

    private AgentArgument argument() throws MojoExecutionException {
        String jar = agentJar().getPath();
        if (jar.indexOf('=') >= 0) {
            throw new MojoExecutionException(
                    "the JVM takes the '=' in the path of the agent for the begin of its options: "
                            + jar
                            + "; use a local repository without '=' in its path");
        }
        return new AgentArgument(jar)
                .with("report", reports().pattern())
                // what the tests dropped is collected before the JVM ends
                .with("gc.at.exit", "true")
                .with("app.packages", appPackages)
                .with("suppressions", suppressions == null ? null : suppressions.getPath())
                .with("baseline", baseline != null && baseline.isFile() ? baseline.getPath() : null)
                .options(options);
    }

    private void warnOfUserProperty() {
        Properties ofTheCommandLine = session.getUserProperties();
        if (ofTheCommandLine.containsKey(propertyName)) {
            getLog().warn(
                            "-D"
                                    + propertyName
                                    + " of the command line hides the agent: set "
                                    + propertyName
                                    + " in the pom");
        }
    }

    /** {@code @{argLine}} in the pom must stand for something. */
    @Override
    void skipped() {
        Properties properties = project().getProperties();
        if (properties.getProperty(propertyName) == null) {
            properties.setProperty(propertyName, "");
        }
    }
}
