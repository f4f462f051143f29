package io.github.tlsleak.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this jar. Stateless. */
public final class Version {

    private static final String FILE = "io/github/tlsleak/common/version.properties";

    private Version() {}

    /**
     * The version that the build wrote into the jar.
     *
     * @return for example {@code 0.1.0}, or {@code unknown}
     */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            // the version is for people only; the agent works without it
        }
        return properties.getProperty("version", "unknown");
    }
}
