package io.github.tlsleak.agent.output.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramePartsTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.A.b(A.java:42), com.acme.A.b, com/acme/A.java, 42",
        "A.b(A.java:1), A.b, A.java, 1",
        "com.acme.A.b(A.java), com.acme.A.b, com/acme/A.java, 0",
        "com.acme.A.b(Native Method), com.acme.A.b, , 0",
        "com.acme.A.b(A.java:x), com.acme.A.b, com/acme/A.java, 0",
        "nonsense, nonsense, , 0",
    })
    void takesAFrameApart(String frame, String function, String path, int line) {
        FrameParts parts = FrameParts.of(frame);
        assertThat(parts.function).isEqualTo(function);
        assertThat(parts.path).isEqualTo(path);
        assertThat(parts.line).isEqualTo(line);
    }

    @Test
    void nothingIsNothing() {
        assertThat(FrameParts.of(null).function).isNull();
    }
}
