package io.github.tlsleak.maven;

import java.io.File;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common. Used by one thread. */
abstract class TlsleakMojo extends AbstractMojo {

    private static final String AGENT = "io.github.tlsleak:tlsleak";

    /** Does nothing at all: no agent, no check, no report. */
    @Parameter(property = "tlsleak.skip", defaultValue = "false")
    private boolean skip;

    /** Where each test JVM writes its report, a file of its own. */
    @Parameter(
            property = "tlsleak.reportDirectory",
            defaultValue = "${project.build.directory}/tlsleak",
            required = true)
    private File reportDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(property = "plugin.artifactMap", readonly = true, required = true)
    private Map<String, Artifact> pluginArtifacts;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped, because tlsleak.skip is set");
            skipped();
        } else {
            run();
        }
    }

    /** Does the work of the goal. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** Does what must be done even if all is skipped. */
    void skipped() {}

    final MavenProject project() {
        return project;
    }

    final ReportDirectory reports() {
        return new ReportDirectory(reportDirectory.toPath());
    }

    /** The jar of the agent: it comes as a dependency of the plugin. */
    final File agentJar() throws MojoExecutionException {
        Artifact agent = pluginArtifacts.get(AGENT);
        File file = agent == null ? null : agent.getFile();
        if (file == null || !file.isFile()) {
            throw new MojoExecutionException(
                    "the agent's jar is missing: "
                            + (file == null ? AGENT : file)
                            + " (a dependency of tlsleak-maven-plugin)");
        }
        return file;
    }
}
