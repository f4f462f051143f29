package io.github.tlsleak.it.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.instrument.advice.HookedMembers;
import io.github.tlsleak.it.harness.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of internals is complete, and a JDK that renames one of them is found out. */
class InternalsTest {

    private static final String TRANSPORT = "sun/security/ssl/TransportContext";
    private static final int MAJOR = Jdk.own().major();
    private static final Path SOURCES = Path.of("src/main/java/io/github/tlsleak/agent");

    private static JdkImage image;

    @BeforeAll
    static void open() throws IOException {
        image = JdkImage.of(Jdk.own());
    }

    @AfterAll
    static void close() throws IOException {
        image.close();
    }

    @Test
    void thisJdkHasThemAll() {
        assertThat(Internals.problems(MAJOR, image::bytes)).isEmpty();
    }

    @Test
    void aRenamedMethodIsSaidWithItsAdvice() {
        assertThat(problems(TRANSPORT, "kickstart()V", "begin"))
                .containsExactly(
                        "JDK "
                                + MAJOR
                                + ": sun.security.ssl.TransportContext.kickstart(0) is gone;"
                                + " SunTransportInstrumentation relies on it: STUCK and ABANDONED:"
                                + " a handshake that a read or write begins is not seen");
    }

    @Test
    void aRenamedFieldIsSaidWithAllWhoReadIt() {
        assertThat(problems(TRANSPORT, "isInputCloseNotified", "isPeerGone"))
                .hasSize(2)
                .anyMatch(line -> line.contains("SunTransportInstrumentation relies on it: "))
                .anyMatch(line -> line.contains("SunState relies on it: "));
    }

    @Test
    void aClassThatIsGoneIsSaid() {
        List<String> problems =
                Internals.problems(
                        MAJOR,
                        name ->
                                name.equals("sun/nio/ch/SocketChannelImpl")
                                        ? null
                                        : image.bytes(name));
        assertThat(problems)
                .isNotEmpty()
                .allMatch(line -> line.contains("sun.nio.ch.SocketChannelImpl"))
                .allMatch(line -> line.contains("there is no such class; "));
    }

    /** A renamed method is seen by the weaver, too: in production it is coverage lost. */
    @Test
    void theAdviceSaysTheSame() {
        byte[] renamed = renamed(TRANSPORT, "closeInbound()V", "endInbound");
        assertThat(HookedMembers.problems(TRANSPORT, renamed, image.resources()))
                .containsExactly("sun.security.ssl.TransportContext.closeInbound is gone");
        byte[] other = renamed(TRANSPORT, "isInputCloseNotified", "isPeerGone");
        assertThat(HookedMembers.problems(TRANSPORT, other, image.resources()))
                .containsExactly(
                        "sun.security.ssl.TransportContext: no field isInputCloseNotified");
    }

    /** With any JDK in hand one can see what is hooked; the list must name all of it. */
    @Test
    void everyHookIsInTheList() {
        Set<String> listed = new TreeSet<>();
        for (Internal internal : Internals.all()) {
            String member = internal.member().replaceFirst("\\(.*", "");
            listed.add(internal.owner() + ' ' + member);
        }
        Set<String> hooked = new TreeSet<>();
        for (String name : HookedMembers.classes()) {
            hooked.addAll(HookedMembers.of(name, image.bytes(name)));
        }
        assertThat(hooked).hasSizeGreaterThan(40);
        hooked.removeAll(listed);
        assertThat(hooked).isEmpty();
    }

    /** The other way round: the class that is said to rely on it names it. */
    @Test
    void everyLineIsStillOfUse() throws IOException {
        for (Internal internal : Internals.all()) {
            String source = source(internal.reader());
            String member = internal.member().replaceFirst("\\(.*", "");
            String name = member.equals("-") ? simpleName(internal.owner()) : member;
            assertThat(source.contains(name) || name.equals("<init>"))
                    .as("%s in %s", name, internal.reader())
                    .isTrue();
        }
    }

    /** Fields that are read by their names. */
    @Test
    void everyFieldThatIsReadIsInTheList() throws IOException {
        Map<String, String> readers =
                Map.of(
                        "SunState", "field\\([^\"]*\"(\\w+)\"\\)",
                        "SocketFields", "value\\([^\"]*\"(\\w+)\"",
                        "ThrowableFields", "find[GS]etter\\([^\"]*\"(\\w+)\"");
        for (Map.Entry<String, String> reader : readers.entrySet()) {
            Matcher matcher = Pattern.compile(reader.getValue()).matcher(source(reader.getKey()));
            Set<String> read = new TreeSet<>();
            while (matcher.find()) {
                read.add(matcher.group(1));
            }
            assertThat(read).isNotEmpty();
            Internals.all().stream()
                    .filter(internal -> internal.reader().equals(reader.getKey()))
                    .forEach(internal -> read.remove(internal.member()));
            assertThat(read).as(reader.getKey()).isEmpty();
        }
    }

    private static String simpleName(String internalName) {
        return internalName.substring(internalName.lastIndexOf('/') + 1);
    }

    private static String source(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Path file =
                    files.filter(path -> path.endsWith(simpleName + ".java"))
                            .findFirst()
                            .orElseThrow();
            return Files.readString(file);
        }
    }

    private static List<String> problems(String owner, String member, String renamed) {
        byte[] bytes = renamed(owner, member, renamed);
        return Internals.problems(MAJOR, name -> name.equals(owner) ? bytes : image.bytes(name));
    }

    /**
     * A class with one member of another name.
     *
     * @param member a field, or a method with its descriptor
     */
    private static byte[] renamed(String owner, String member, String to) {
        ClassWriter out = new ClassWriter(0);
        String key = owner + '.' + member;
        new ClassReader(image.bytes(owner))
                .accept(new ClassRemapper(out, new SimpleRemapper(key, to)), 0);
        return out.toByteArray();
    }
}
