package io.github.tlsleak.agent.output.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tlsleak.agent.output.file.OpenFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AgentLogSwitchTest {

    @TempDir Path dir;

    private final List<String> warnings = new ArrayList<>();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private AgentLog open(String target, OutputStream stderr) {
        PrintStream before = System.err;
        System.setErr(new PrintStream(stderr, true, StandardCharsets.UTF_8));
        try {
            return AgentLog.open(target, warnings);
        } finally {
            System.setErr(before);
        }
    }

    private String file(String name) {
        return dir.resolve(name).toString();
    }

    private String printed() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fromStderrToAFileToOffAndBack() {
        AgentLog log = open("stderr", err);
        log.warn("one");
        assertThat(log.switchTo(file("a"), warnings)).isEqualTo("stderr");
        log.info("two \u00e4\u20ac");
        assertThat(log.target()).isEqualTo(file("a"));
        assertThat(log.switchTo("off", warnings)).isEqualTo(file("a"));
        log.info("three");
        assertThat(log.switchTo("stderr", warnings)).isEqualTo("off");
        log.error("four");
        assertThat(printed().lines()).containsExactly("[tlsleak] WARN one", "[tlsleak] ERROR four");
        assertThat(dir.resolve("a")).hasContent("[tlsleak] INFO two \u00e4\u20ac");
        assertThat(warnings).isEmpty();
    }

    @Test
    void aLogThatBeganOffHasALayoutLikeAnyOther() {
        AgentLog log = open("off", err);
        log.warn("nobody hears");
        log.switchTo(file("a"), warnings);
        log.warn("leak {}");
        assertThat(dir.resolve("a")).hasContent("[tlsleak] WARN leak {}");
        log.close();
    }

    @Test
    void theOldFileIsClosed() throws IOException {
        AgentLog log = open(file("a"), err);
        log.info("x");
        assertThat(OpenFiles.below(dir)).containsExactly(dir.resolve("a"));
        log.switchTo(file("b"), warnings);
        assertThat(OpenFiles.below(dir)).containsExactly(dir.resolve("b"));
        log.switchTo("stderr", warnings);
        assertThat(OpenFiles.below(dir)).isEmpty();
    }

    @Test
    void whatCannotBeOpenedChangesNothing() throws IOException {
        AgentLog log = open(file("a"), err);
        assertThat(log.switchTo(file("a/b"), warnings)).isEqualTo(file("a"));
        log.info("still here");
        assertThat(log.target()).isEqualTo(file("a"));
        assertThat(dir.resolve("a")).hasContent("[tlsleak] INFO still here");
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith(
                        "cannot write log "
                                + file("a/b")
                                + ": "
                                + file("a")
                                + " is not a directory")
                .endsWith("; still logging to " + file("a"));
        log.switchTo("a\u0000b", warnings);
        assertThat(warnings).hasSize(2).last().asString().startsWith("cannot write log a\u0000b:");
        assertThat(OpenFiles.below(dir)).containsExactly(dir.resolve("a"));
        log.close();
    }

    @Test
    void theFileInUseIsBegunAnew() {
        AgentLog log = open(file("a"), err);
        log.info("old");
        log.switchTo(file("a"), warnings);
        log.info("new");
        assertThat(dir.resolve("a.1")).hasContent("[tlsleak] INFO old");
        assertThat(dir.resolve("a")).hasContent("[tlsleak] INFO new");
        log.close();
    }

    @Test
    void closingIsForGood() throws IOException {
        AgentLog log = open(file("a"), err);
        log.info("x");
        log.close();
        log.close();
        log.warn("late");
        assertThat(OpenFiles.below(dir)).isEmpty();
        log.switchTo(file("b"), warnings);
        log.warn("later");
        assertThat(OpenFiles.below(dir)).isEmpty();
        assertThat(dir.resolve("a")).hasContent("[tlsleak] INFO x");
        assertThat(dir.resolve("b")).doesNotExist();
        assertThat(warnings).containsExactly("the log is closed");
        assertThat(printed()).isEmpty();
    }

    @Test
    void standardErrorIsNeverClosed() {
        AgentLog log = open("stderr", err);
        log.close();
        log.warn("last words");
        assertThat(printed().trim()).isEqualTo("[tlsleak] WARN last words");
    }

    /** Switching off is what one does about it. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anErrThatNobodyReadsHoldsUpNeitherSwitchNorClose() throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch stuck = new CountDownLatch(1);
        AgentLog log = open("stderr", new UnreadStream(stuck, read));
        Thread writer = new Thread(() -> log.warn("x"));
        writer.start();
        stuck.await();
        log.switchTo(file("a"), warnings);
        log.info("elsewhere");
        log.close();
        assertThat(writer.isAlive()).isTrue();
        read.countDown();
        writer.join();
        assertThat(dir.resolve("a")).hasContent("[tlsleak] INFO elsewhere");
    }

    @Test
    void noLineIsLostOrDoubledInASwitch() throws Exception {
        AgentLog log = open(file("0"), err);
        List<Thread> writers = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread writer =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 500; i++) {
                                    log.info("line");
                                }
                            });
            writers.add(writer);
            writer.start();
        }
        int last = 0;
        while (writers.stream().anyMatch(Thread::isAlive)) {
            log.switchTo(file(Integer.toString(++last)), warnings);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        log.close();
        long lines = 0;
        for (int i = 0; i <= last; i++) {
            List<String> content = Files.readAllLines(dir.resolve(Integer.toString(i)));
            assertThat(content).allMatch("[tlsleak] INFO line"::equals);
            lines += content.size();
        }
        assertThat(lines).isEqualTo(2000);
        assertThat(warnings).isEmpty();
    }

    /** Takes nothing until it is read. */
    private static final class UnreadStream extends OutputStream {
        private final CountDownLatch stuck;
        private final CountDownLatch read;

        UnreadStream(CountDownLatch stuck, CountDownLatch read) {
            this.stuck = stuck;
            this.read = read;
        }

        @Override
        public void write(int b) throws IOException {
            stuck.countDown();
            try {
                read.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
