package io.github.tlsleak.common.verdict;

/** One text of a verdict, for engines in words of their own where that is needed. Immutable. */
final class Wording {

    private final String socket;
    private final String engine;

    private Wording(String socket, String engine) {
        this.socket = socket;
        this.engine = engine;
    }

    static Wording both(String text) {
        return new Wording(text, text);
    }

    static Wording of(String socket, String engine) {
        return new Wording(socket, engine);
    }

    /** The text for what held the session; everything but an engine is worded as a socket. */
    String of(Resource resource) {
        return resource == Resource.SSL_ENGINE ? engine : socket;
    }
}
