package io.github.tlsleak.common.frames;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Stacks that the agent kept in runs of the test programs; the file says which. */
final class RealStacks {

    private static final String APPLICATION = "io.github.tlsleak.apps.";

    private RealStacks() {}

    /** One stack. */
    record RealStack(int jdk, String resource, List<String> frames) {

        /** The frames of the test program, with their lines. */
        List<String> ofProgram() {
            return frames.stream().filter(f -> f.startsWith(APPLICATION)).toList();
        }

        boolean has(String call) {
            return frames.stream().anyMatch(f -> f.startsWith(call));
        }

        RealStack with(List<String> others) {
            return new RealStack(jdk, resource, others);
        }

        @Override
        public String toString() {
            return resource + " on " + jdk + ":\n  " + String.join("\n  ", frames) + "\n";
        }
    }

    static List<RealStack> all() {
        List<String> frames = new ArrayList<>();
        List<RealStack> stacks = new ArrayList<>();
        boolean numbers = false;
        for (String line : lines()) {
            if (line.isEmpty()) {
                numbers = true;
            } else if (line.startsWith("#")) {
                continue;
            } else if (!numbers) {
                frames.add(line);
            } else {
                stacks.add(stack(line.split(" "), frames));
            }
        }
        return stacks;
    }

    private static RealStack stack(String[] words, List<String> frames) {
        List<String> own = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            own.add(frames.get(Integer.parseInt(words[i], Character.MAX_RADIX)));
        }
        return new RealStack(Integer.parseInt(words[0]), words[1], own);
    }

    private static List<String> lines() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        RealStacks.class.getResourceAsStream("real-stacks.txt")),
                                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
