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
 * A request of a command line and the reply to it: two files in a directory that belongs to the
 * caller. The constants are the protocol; a command line and an agent of different versions talk to
 * each other, so that none of them may change. Used by one thread.
 *
 * <p>The request is a properties file in UTF-8. The reply is an exit code, a line feed and text.
 */
public final class Request {

    /** Name of the file that the command line writes before it loads the jar into the JVM. */
    public static final String REQUEST = "request";

    /** Name of the file that the agent writes. */
    public static final String REPLY = "reply";

    /** Name of the reply until it is complete. */
    public static final String REPLY_PART = "reply.part";

    /** Key: what to do, one of the actions below. The command of an action has the same name. */
    public static final String ACTION = "action";

    /** Key: options of the agent, {@code key=value,key=value}; of attach and set. */
    public static final String OPTIONS = "options";

    /** Key: the caller's directory, absolute; files in options are relative to it. */
    public static final String BASE = "base";

    /** Key: the caller's jar, absolute; an attach loads the agent from there. */
    public static final String JAR = "jar";

    /** Key: the JVM's process id as the caller sees it, if that is another than its own. */
    public static final String PID = "pid";

    /** Key: {@code true} if the jar is a copy that is removed after the reply. */
    public static final String COPY = "copy";

    /** Key: {@code true} to collect garbage first; of dump. */
    public static final String GC = "gc";

    /** Key: {@code true} to show open sessions, too; of dump. */
    public static final String OPEN = "open";

    /** Key: {@code text} or {@link #JSON}; of dump. */
    public static final String FORMAT = "format";

    /** Value of {@link #FORMAT}: one JSON object in one line. */
    public static final String JSON = "json";

    /** Action of {@code -javaagent}, which no command line asks for. */
    public static final String PREMAIN = "premain";

    /** Action: start the agent. The entry class knows it, so that its name stands here. */
    public static final String ATTACH = "attach";

    /** Action: stop the agent. The entry class then lets go of it. */
    public static final String DETACH = "detach";

    /** Action: say how things stand. */
    public static final String STATUS = "status";

    /** Action: say what was found so far. */
    public static final String DUMP = "dump";

    /** Action: change options. */
    public static final String SET = "set";

    /** Action: what tests in the same JVM ask, see the steps below. No command line asks for it. */
    public static final String TESTS = "tests";

    /** Key: one of the steps below; of tests. {@link #OPEN} is a step, too: lists open sessions. */
    public static final String STEP = "step";

    /** Step: a test begins on this thread. */
    public static final String BEGIN = "begin";

    /** Step: it ends. */
    public static final String END = "end";

    /** Step: keep findings from now on; the reply is the number of the latest one. */
    public static final String MARK = "mark";

    /** Step: find all that is garbage; the reply is whether that was possible. */
    public static final String SETTLE = "settle";

    /** Step: the findings with larger numbers than {@link #NUMBER}. */
    public static final String SINCE = "since";

    /** Key: number of a finding; of since. */
    public static final String NUMBER = "number";

    /** Key: id of a test or container; of begin and end; of settle and open it may be absent. */
    public static final String ID = "id";

    /** Key: id of the container that a test belongs to; of begin. */
    public static final String PARENT = "parent";

    /** Key: name of a test for people; of begin. */
    public static final String NAME = "name";

    /** Key: {@code true} if what begins holds tests and is none; of begin. */
    public static final String CONTAINER = "container";

    /** Far more than the words of a command line; this JVM is not to run out of memory. */
    private static final long MAX_BYTES = 4 << 20;

    private final File directory;

    Request(File directory) {
        this.directory = directory;
    }

    /** False if the caller has given up meanwhile: then nothing is to be done. */
    boolean isThere() {
        return new File(directory, REQUEST).isFile();
    }

    /**
     * The request, key to value; it has an {@link #ACTION}.
     *
     * @throws IOException if the file is no request, or larger than one
     */
    Map<String, String> read() throws IOException {
        Properties properties = new Properties();
        File file = new File(directory, REQUEST);
        if (file.length() > MAX_BYTES) {
            throw new IOException(file + " is larger than a request");
        }
        try (Reader in = new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            // an escape that is cut
            throw new IOException(file + " is no properties file", e);
        }
        Map<String, String> request = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            request.put(name, properties.getProperty(name));
        }
        if (!request.containsKey(ACTION)) {
            throw new IOException("no action in " + file);
        }
        return request;
    }

    /** Writes the reply under another name first: the caller never sees half of it. */
    void reply(String text) throws IOException {
        File part = new File(directory, REPLY_PART);
        try (OutputStream out = new FileOutputStream(part)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (!part.renameTo(new File(directory, REPLY))) {
            throw new IOException("cannot rename " + part);
        }
    }
}
