package io.github.tlsleak.common.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackageSetTest {

    private final PackageSet set = new PackageSet(List.of("com.acme", "org.foo.*", "x.y.", "$P"));

    @Test
    void holdsPackagesWithAllBelow() {
        assertThat(set.contains("com.acme.A")).isTrue();
        assertThat(set.contains("com.acme.deep.A.b(A.java:1)")).isTrue();
        assertThat(set.contains("org.foo.A")).isTrue();
        assertThat(set.contains("x.y.A")).isTrue();
        assertThat(set.contains("$P.run(Unknown Source)")).isTrue();
    }

    @Test
    void endsAtPackageBorders() {
        assertThat(set.contains("com.acmex.A")).isFalse();
        assertThat(set.contains("com.A.b(com.acme.java:1)")).isFalse();
        assertThat(set.contains("A")).isFalse();
    }

    @Test
    void knowsWhenItIsEmpty() {
        assertThat(new PackageSet(List.of("", "*")).isEmpty()).isTrue();
        assertThat(set.isEmpty()).isFalse();
    }
}
