package io.github.tlsleak.agent.instrument;

import java.util.List;

/** Keeps what {@link Coverage} says. */
public final class SaidLines implements Coverage.Lines {

    private final List<String> said;

    public SaidLines(List<String> said) {
        this.said = said;
    }

    @Override
    public void error(String line) {
        said.add("ERROR " + line);
    }

    @Override
    public void info(String line) {
        said.add("INFO " + line);
    }
}
