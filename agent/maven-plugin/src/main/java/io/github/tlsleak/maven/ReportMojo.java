package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes what the agent found in the test JVMs of one module as an HTML page. Its phase is before
 * that of {@code check}, so that there is a page when the check fails. Used by one thread.
 */
@Mojo(name = "report", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class ReportMojo extends TlsleakMojo {

    /** Where the page, {@code index.html}, is written. */
    @Parameter(defaultValue = "${project.build.directory}/site/tlsleak", required = true)
    private File outputDirectory;

    @Override
    void run() throws MojoExecutionException {
        try {
            new HtmlReport(new CommandLine(agentJar()), getLog())
                    .write(reports().operands(), outputDirectory.toPath().resolve("index.html"));
        } catch (IOException e) {
            throw new MojoExecutionException("reports cannot be listed: " + e, e);
        }
    }
}
