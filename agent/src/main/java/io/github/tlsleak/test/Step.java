package io.github.tlsleak.test;

/** What the agent can be asked, by the names of its protocol. Stateless. */
final class Step {

    static final String BEGIN = "begin";
    static final String END = "end";
    static final String MARK = "mark";
    static final String SETTLE = "settle";
    static final String SINCE = "since";
    static final String OPEN = "open";

    private Step() {}
}
