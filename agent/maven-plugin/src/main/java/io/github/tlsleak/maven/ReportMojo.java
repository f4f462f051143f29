package io.github.tlsleak.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
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

    /** Where {@code index.html}, {@code tlsleak.sarif} and the like are written. */
    @Parameter(defaultValue = "${project.build.directory}/site/tlsleak", required = true)
    private File outputDirectory;

    /** Formats of the command {@code report}, comma-separated. */
    @Parameter(property = "tlsleak.formats", defaultValue = "html", required = true)
    private List<String> formats;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Override
    void run() throws MojoExecutionException {
        File top = new File(session.getExecutionRootDirectory());
        ReportWriter writer = new ReportWriter(new CommandLine(agentJar()).in(top), getLog());
        try {
            List<String> operands = reports().operands();
            for (String format : formats) {
                List<Path> roots = new ArrayList<>();
                if (format.equals("sarif")) {
                    add(project().getCompileSourceRoots(), top, roots);
                    add(project().getTestCompileSourceRoots(), top, roots);
                }
                writer.write(operands, format.trim(), roots, outputDirectory.toPath());
            }
        } catch (IOException e) {
            throw new MojoExecutionException("reports cannot be listed: " + e, e);
        }
    }

    /**
     * Relative to the directory of the build: it is the one under version control. A module need
     * not have all directories of sources that its pom names.
     */
    private static void add(List<String> directories, File top, List<Path> roots) {
        for (String directory : directories) {
            Path root = new File(directory).toPath();
            if (!Files.isDirectory(root)) {
                continue;
            }
            roots.add(root.startsWith(top.toPath()) ? top.toPath().relativize(root) : root);
        }
    }
}
