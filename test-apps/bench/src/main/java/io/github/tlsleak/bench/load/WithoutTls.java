package io.github.tlsleak.bench.load;

/** A program that ends at once and never touches TLS. */
public final class WithoutTls {

    private WithoutTls() {}

    public static void main(String[] args) {
        System.out.println("ok 1");
    }
}
