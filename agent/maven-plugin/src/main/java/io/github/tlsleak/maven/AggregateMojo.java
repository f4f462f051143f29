package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Writes what was found in all modules as one HTML page: {@code mvn verify tlsleak:aggregate}. Each
 * module's reports are expected in {@code tlsleak} of its build directory. Used by one thread.
 */
@Mojo(name = "aggregate", aggregator = true, threadSafe = true)
public final class AggregateMojo extends TlsleakMojo {

    /** Where the page, {@code index.html}, is written. */
    @Parameter(defaultValue = "${project.build.directory}/site/tlsleak-aggregate", required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    void run() throws MojoExecutionException {
        List<String> operands = new ArrayList<>();
        try {
            for (MavenProject module : session.getProjects()) {
                File directory = new File(module.getBuild().getDirectory(), "tlsleak");
                operands.addAll(new ReportDirectory(directory.toPath()).operands());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("reports cannot be listed: " + e, e);
        }
        new ReportWriter(new CommandLine(agentJar()), getLog())
                .write(operands, "html", Collections.emptyList(), outputDirectory.toPath());
    }
}
