package io.github.tlsleak.cli.jvm;

/** Why a JVM cannot be attached to. Immutable. */
public final class Obstacle {

    private final String reason;
    private final String remedy;

    public Obstacle(String reason, String remedy) {
        this.reason = reason;
        this.remedy = remedy;
    }

    /** A few words, for a table. */
    public String reason() {
        return reason;
    }

    /** What to try, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
