package io.github.tlsleak.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final Figures figures = new Figures();

    @Test
    void areNamedAloneOrInGroups() {
        assertThat(figures.select(List.of("startup", "h2")))
                .containsExactly("h2-netty", "h2-tomcat", "h2-jetty", "startup");
        assertThat(figures.select(List.of("http-jdk"))).containsExactly("kept-jdk", "closed-jdk");
    }

    @Test
    void haveTheNamesOfEarlierReleases() {
        String names =
                "engine,socket,engine-other,socket-other,engine-bulk,socket-bulk,http-jdk,http-netty,"
                        + "engine-leaky,socket-leaky,session,hooks,socket-path,contention,live,look,"
                        + "churn,pauses,startup,log,report";
        // http-jdk and http-netty are two figures each now
        assertThat(figures.select(List.of(names.split(",")))).hasSize(23);
    }

    @Test
    void refuseANameThatThereIsNot() {
        assertThatThrownBy(() -> figures.select(List.of("startup", "requets")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("requets");
    }

    @Test
    void areAllThereButThoseThatAQuickRunLeavesToOthers() {
        assertThat(figures.names(false)).contains("closed-tomcat", "jit-jetty");
        assertThat(figures.names(true))
                .isSubsetOf(figures.names(false))
                .contains("closed-jdk", "jit-jdk", "h2-jetty", "kept-tomcat")
                .doesNotContain("closed-tomcat", "jit-jetty");
    }
}
