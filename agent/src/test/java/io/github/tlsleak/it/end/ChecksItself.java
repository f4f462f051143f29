package io.github.tlsleak.it.end;

import io.github.tlsleak.apps.support.EnginePair;
import io.github.tlsleak.apps.support.Stage;
import io.github.tlsleak.test.AgentUnavailableException;
import io.github.tlsleak.test.Mark;
import io.github.tlsleak.test.TestScopes;
import io.github.tlsleak.test.TlsFinding;
import io.github.tlsleak.test.TlsLeaks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * A program that looks for its own leaks, as a test of any framework would. Its argument says how
 * many tests it plays; each second one leaks. Prints a line for each.
 */
public final class ChecksItself {

    private static final List<SSLEngine> OPEN = new ArrayList<>();

    private final SSLContext context = Stage.of(new String[] {"localhost", "0", "1.3"}).context();

    private ChecksItself() {}

    public static void main(String[] args) throws Exception {
        try {
            TlsLeaks.mark();
        } catch (AgentUnavailableException e) {
            System.out.println("unavailable: " + e.getMessage());
            return;
        }
        ChecksItself tests = new ChecksItself();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            tests.test(i);
        }
        System.out.println("end");
    }

    private void test(int number) throws Exception {
        String id = "test" + number;
        TestScopes.begin(id, null, "Tests." + id, false);
        Mark mark = TlsLeaks.mark();
        switch (number % 4) {
            case 0 -> open();
            case 1 -> close(open());
            case 2 -> onThread();
            default -> OPEN.add(open());
        }
        boolean settled = TestScopes.settle(id);
        List<String> found = new ArrayList<>();
        for (TlsFinding f : TlsLeaks.since(mark)) {
            found.add(f.verdict() + " " + f.scope() + " " + f.frame());
        }
        int open = TestScopes.open(id).size();
        TestScopes.end(id);
        System.out.println(id + " settled " + settled + ", open " + open + ", found " + found);
        OPEN.forEach(ChecksItself::close);
        OPEN.clear();
    }

    private void onThread() throws InterruptedException {
        Thread thread =
                new Thread(
                        () -> {
                            try {
                                open();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        thread.start();
        thread.join();
    }

    private SSLEngine open() throws IOException {
        SSLEngine client = context.createSSLEngine("localhost", 4433);
        SSLEngine server = context.createSSLEngine();
        new EnginePair(client, server).handshake();
        EnginePair.close(server);
        return client;
    }

    private static void close(SSLEngine engine) {
        try {
            EnginePair.close(engine);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
