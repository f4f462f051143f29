package io.github.tlsleak.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFileTest {

    @TempDir Path dir;

    @Test
    void textWithoutByteOrderMark() throws IOException {
        Path file = Files.writeString(dir.resolve("f"), "\uFEFFä\n");
        assertThat(UserFile.read(file)).isEqualTo("ä\n");
        assertThat(UserFile.read(Files.writeString(file, ""))).isEmpty();
    }

    @Test
    void whatCannotBeRead() throws IOException {
        Path large = Files.write(dir.resolve("large"), new byte[(8 << 20) + 1]);
        assertThatThrownBy(() -> UserFile.read(large)).hasMessage("larger than 8 MB");
        assertThatThrownBy(() -> UserFile.read(dir)).hasMessage("it is a directory");
        assertThatThrownBy(() -> UserFile.read(dir.resolve("none")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void reasons() {
        assertThat(UserFile.reason(new NoSuchFileException("f"))).isEqualTo("no such file");
        assertThat(UserFile.reason(new AccessDeniedException("f"))).isEqualTo("permission denied");
        assertThat(UserFile.reason(new IOException("broken"))).isEqualTo("broken");
        assertThat(UserFile.reason(new SecurityException())).isEqualTo("SecurityException");
    }
}
