package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What another program left in the directory of a request. */
@Timeout(20)
class RequestFuzzTest {

    @TempDir static Path directory;

    /** Read or refused; what was read is the same after it was written as a caller does it. */
    @FuzzTest
    void readOrRefused(byte[] file) throws IOException {
        Map<String, String> read;
        try {
            read = read(file);
        } catch (IOException e) {
            OneLine.each(e.getMessage().replace(directory.toString(), ""));
            return;
        }
        assertThat(read).containsKey(Request.ACTION);
        Properties again = new Properties();
        again.putAll(read);
        StringWriter text = new StringWriter();
        again.store(text, null);
        assertThat(read(text.toString().getBytes(StandardCharsets.UTF_8))).isEqualTo(read);
    }

    private static Map<String, String> read(byte[] file) throws IOException {
        Files.write(directory.resolve(Request.REQUEST), file);
        return new Request(directory.toFile()).read();
    }
}
