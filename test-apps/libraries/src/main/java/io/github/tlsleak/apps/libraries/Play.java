package io.github.tlsleak.apps.libraries;

import io.github.tlsleak.apps.support.Situation;
import java.util.Arrays;
import java.util.Map;

/**
 * Plays the situations of libraries one after the other. Arguments: {@code TLS LIBRARY...}, classes
 * named within this package. After each situation the test collects garbage and checks the
 * findings. Then the next situation begins.
 */
public final class Play {

    private static final String PACKAGE = "io.github.tlsleak.apps.libraries.";

    private Play() {}

    public static void main(String[] args) throws Exception {
        Tester tester = new Tester();
        LibraryStage stage = new LibraryStage(tester, args[0]);
        for (String name : Arrays.asList(args).subList(1, args.length)) {
            for (String situation : make(name).situations().keySet()) {
                // each situation has a new object, which cannot hold what another situation left
                play(tester, stage, name, situation);
            }
        }
        tester.ask("done");
    }

    private static void play(Tester tester, LibraryStage stage, String name, String situation)
            throws Exception {
        tester.ask("situation " + name + ' ' + situation);
        String problem = "";
        try {
            Map<String, Situation<LibraryStage>> situations = make(name).situations();
            situations.get(situation).play(stage);
        } catch (Exception | LinkageError e) {
            System.err.println(name + ' ' + situation);
            e.printStackTrace();
            problem = String.valueOf(e).replaceAll("\\s+", " ");
        }
        tester.ask("played " + problem);
    }

    private static Library make(String name) throws ReflectiveOperationException {
        return (Library) Class.forName(PACKAGE + name).getDeclaredConstructor().newInstance();
    }
}
