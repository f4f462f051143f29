package io.github.tlsleak;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What a command line asks of this JVM, and the answer: two files in a directory that is the
 * caller's alone. Used by one thread.
 */
final class Request {

    private final File directory;

    Request(File directory) {
        this.directory = directory;
    }

    /** False if the caller has given up meanwhile: then nothing is to be done. */
    boolean isThere() {
        return new File(directory, "request").isFile();
    }

    Map<String, String> read() throws IOException {
        Properties properties = new Properties();
        File file = new File(directory, "request");
        try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        Map<String, String> request = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            request.put(name, properties.getProperty(name));
        }
        if (!request.containsKey("action")) {
            throw new IOException("no action in " + file);
        }
        return request;
    }

    /** Under another name first: the caller never sees half an answer. */
    void reply(String text) throws IOException {
        File part = new File(directory, "reply.part");
        try (OutputStream out = new FileOutputStream(part)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!part.renameTo(new File(directory, "reply"))) {
            throw new IOException("cannot rename " + part);
        }
    }
}
