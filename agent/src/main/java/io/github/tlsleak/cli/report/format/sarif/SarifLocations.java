package io.github.tlsleak.cli.report.format.sarif;

import io.github.tlsleak.cli.report.format.SourceFile;
import io.github.tlsleak.cli.report.format.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes frames as locations of SARIF. Used by one thread. */
final class SarifLocations {

    private static final int MAX_URIS = 10_000;

    private final List<Path> roots;

    /** Frames of the same file come again and again. */
    private final Map<String, String> uris = new HashMap<>();

    /**
     * @param roots directories in which source files are looked for, in their order
     */
    SarifLocations(List<Path> roots) {
        this.roots = roots;
    }

    /** The fields of a location: file and line if they are known, and the method. */
    void location(@Nullable SourceFile file, String frame, JsonWriter out) throws IOException {
        if (file != null) {
            out.object("physicalLocation").object("artifactLocation");
            out.text("uri", uri(file.path)).endObject();
            if (file.line > 0) {
                out.object("region").number("startLine", file.line).endObject();
            }
            out.endObject();
        }
        if (frame != null) {
            int paren = frame.indexOf('(');
            String name = paren > 0 ? frame.substring(0, paren) : frame;
            out.array("logicalLocations").object().text("fullyQualifiedName", name);
            out.text("kind", "function").endObject().endArray();
        }
    }

    private String uri(String path) {
        if (uris.size() > MAX_URIS) {
            uris.clear();
        }
        return uris.computeIfAbsent(path, this::found);
    }

    /** The path below the first root that holds the file, or else the path of the package. */
    private String found(String path) {
        for (Path root : roots) {
            if (Files.isRegularFile(root.resolve(path))) {
                String below = root.normalize().toString().replace('\\', '/');
                return encoded((below.isEmpty() ? "" : below + "/") + path);
            }
        }
        return encoded(path);
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "unknown";
        }
    }
}
