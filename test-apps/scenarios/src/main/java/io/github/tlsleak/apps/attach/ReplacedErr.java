package io.github.tlsleak.apps.attach;

/**
 * A service in a program that has put a stream of its own in the place of {@code System.err} first,
 * as application servers do: whatever is written there comes out on standard output.
 */
public final class ReplacedErr {
    private ReplacedErr() {}

    public static void main(String[] args) throws Exception {
        System.setErr(System.out);
        Thread.currentThread().setName("m\u00e4in");
        TlsService.main(args);
    }
}
