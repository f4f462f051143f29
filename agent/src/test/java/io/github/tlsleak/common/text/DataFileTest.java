package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.common.frames.Attribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "library-packages.txt",
                "jdk-packages.txt",
                "plumbing-packages.txt",
                "launchers.txt",
            })
    void packageListsAreSound(String name) {
        assertThat(DataFile.lines(Attribution.class, name))
                .hasSizeGreaterThan(10)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.matches("[A-Za-z0-9_$.]+( [a-z0-9_.]+)*"));
    }

    @Test
    void aMissingFileIsEmpty() {
        assertThat(DataFile.lines(Attribution.class, "none.txt")).isEmpty();
    }
}
