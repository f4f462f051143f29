package io.github.tlsleak.junit;

/** When garbage is collected and looked for leaks. Immutable. */
public enum CheckAfter {
    /** As the configuration parameter {@code tlsleak.junit.check} says; {@link #TEST} if none. */
    CONFIGURED,
    /** After each test that opened a session: the test itself fails. */
    TEST,
    /** Once after all tests of a class: the class fails, and the message names the test. */
    CLASS
}
