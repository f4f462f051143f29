package io.github.tlsleak.junit;

import io.github.tlsleak.test.TlsLeaks;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Manifest;

/** Looks for several versions of tlsleak on the class path. Stateless. */
final class Versions {

    private Versions() {}

    /** Says so if there are several. */
    static void warn() {
        try {
            Map<String, String> places = places();
            if (places.size() > 1) {
                Notes.warn(
                        "there are several versions of tlsleak, keep one on the class path and in"
                                + " -javaagent: "
                                + String.join(", ", places.values()));
            }
        } catch (IOException e) {
            // a class path that cannot be read has other troubles
            Notes.warn("looking for versions of tlsleak failed: " + e);
        }
    }

    /** The first jar of each version. */
    private static Map<String, String> places() throws IOException {
        Map<String, String> places = new LinkedHashMap<>();
        ClassLoader loader = TlsLeaks.class.getClassLoader();
        if (loader == null) {
            return places;
        }
        String name = TlsLeaks.class.getName().replace('.', '/') + ".class";
        for (URL url : Collections.list(loader.getResources(name))) {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection) {
                String version = version((JarURLConnection) connection);
                places.putIfAbsent(
                        version,
                        version + " in " + ((JarURLConnection) connection).getJarFileURL());
            }
        }
        return places;
    }

    private static String version(JarURLConnection jar) throws IOException {
        Manifest manifest = jar.getManifest();
        String version =
                manifest == null
                        ? null
                        : manifest.getMainAttributes().getValue("Implementation-Version");
        return version == null ? "unknown" : version;
    }
}
