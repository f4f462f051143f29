package io.github.tlsleak.apps.attach;

/**
 * A service in a program that first replaces {@code System.err}, as application servers do. Text
 * written to the new stream comes out on standard output.
 */
public final class ReplacedErr {
    private ReplacedErr() {}

    public static void main(String[] args) throws Exception {
        System.setErr(System.out);
        Thread.currentThread().setName("m\u00e4in");
        TlsService.main(args);
    }
}
