package io.github.tlsleak.apps.bad;

// peer: none
// expect: none

/** Never uses TLS and ends at once. */
public final class EndsWithoutTls {
    public static void main(String[] args) {
        System.out.println("DONE");
    }
}
