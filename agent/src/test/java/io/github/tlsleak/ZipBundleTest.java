package io.github.tlsleak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Entries of a zip file in memory have the content that the JDK has written. */
class ZipBundleTest {

    private static final byte[] LONG = new byte[100_000];
    private static final byte[] SHORT = {1, 2, 3};

    static {
        Arrays.fill(LONG, 500, 90_000, (byte) 'x');
    }

    @Test
    void entriesAreFoundByName() throws IOException {
        ZipBundle bundle = new ZipBundle(zip());
        assertThat(bundle.read("a/")).isEmpty();
        assertThat(bundle.read("a/long")).isEqualTo(LONG);
        assertThat(bundle.read("stored")).isEqualTo(SHORT);
        assertThat(bundle.read("empty")).isEmpty();
        assertThat(bundle.read("other")).isNull();
    }

    @Test
    void classesAreListedByPrefix() throws IOException {
        ZipBundle bundle = new ZipBundle(zip());
        assertThat(bundle.classes("")).containsExactlyInAnyOrder("a.One", "b.Two");
        assertThat(bundle.classes("a.")).containsExactly("a.One");
    }

    @Test
    void aFileThatIsNoZipFileIsRefused() {
        assertThatThrownBy(() -> new ZipBundle(new byte[0])).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> new ZipBundle(LONG)).isInstanceOf(ZipException.class);
    }

    @Test
    void aDamagedEntryIsAnError() throws IOException {
        byte[] zip = zip();
        Arrays.fill(zip, 60, 100, (byte) 0xff);
        ZipBundle bundle = new ZipBundle(zip);
        assertThatThrownBy(() -> bundle.read("a/long")).isInstanceOf(ZipException.class);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a/"));
            put(out, new ZipEntry("a/long"), LONG);
            put(out, new ZipEntry("a/One.class"), SHORT);
            put(out, new ZipEntry("b/Two.class"), SHORT);
            ZipEntry stored = new ZipEntry("stored");
            CRC32 crc = new CRC32();
            crc.update(SHORT);
            stored.setCrc(crc.getValue());
            stored.setSize(SHORT.length);
            stored.setMethod(ZipEntry.STORED);
            put(out, stored, SHORT);
            put(out, new ZipEntry("empty"), new byte[0]);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream out, ZipEntry entry, byte[] content)
            throws IOException {
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }
}
