package io.github.tlsleak.apps.libraries;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The test that runs this program. Questions go to standard output, answers come on standard input.
 */
final class Tester {

    private final BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));

    /** Sends a question and returns the answer. Each is one line. */
    String ask(String question) throws IOException {
        System.out.println("ASK " + question);
        String answer = in.readLine();
        if (answer == null) {
            throw new EOFException("no answer to " + question);
        }
        return answer;
    }
}
