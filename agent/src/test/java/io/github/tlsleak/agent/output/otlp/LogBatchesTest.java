package io.github.tlsleak.agent.output.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LogBatchesTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Sent exporter = new Sent();
    private boolean retryable;
    private final LogBatches batches = new LogBatches(exporter, () -> retryable);
    private final Logger logger =
            SdkLoggerProvider.builder()
                    .addLogRecordProcessor(batches)
                    .build()
                    .loggerBuilder("test")
                    .build();

    /** Answers as the test says. */
    private static final class Sent implements LogRecordExporter {

        final List<Integer> sizes = new ArrayList<>();
        CompletableResultCode answer = new CompletableResultCode();

        @Override
        public CompletableResultCode export(Collection<LogRecordData> records) {
            sizes.add(records.size());
            return answer;
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private void emit(int number) {
        for (int i = 0; i < number; i++) {
            logger.logRecordBuilder().emit();
        }
    }

    @Test
    void oneBatchAtATime() {
        emit(600);
        batches.flush(0);
        batches.flush(SECOND);
        assertThat(exporter.sizes).containsExactly(512);
        exporter.answer.succeed();
        batches.flush(2 * SECOND);
        assertThat(exporter.sizes).containsExactly(512, 88);
        assertThat(batches.sent()).isEqualTo(512);
    }

    @Test
    void whatMayBeTakenLaterIsKept() {
        retryable = true;
        exporter.answer.fail();
        emit(3);
        batches.flush(0);
        batches.flush(SECOND);
        assertThat(exporter.sizes).as("a pause first").hasSize(1);
        exporter.answer = CompletableResultCode.ofSuccess();
        batches.flush(4 * SECOND);
        batches.flush(5 * SECOND);
        assertThat(exporter.sizes).containsExactly(3, 3);
        assertThat(batches.sent()).isEqualTo(3);
        assertThat(batches.dropped()).isZero();
    }

    @Test
    void whatIsRefusedForGoodIsDropped() {
        exporter.answer.fail();
        emit(3);
        batches.flush(0);
        batches.flush(SECOND);
        assertThat(batches.dropped()).isEqualTo(3);
        assertThat(batches.overflow()).isZero();
    }

    @Test
    void isBounded() {
        emit(LogBatches.MAX_WAITING + 5);
        assertThat(batches.dropped()).isEqualTo(5);
        assertThat(batches.overflow()).isEqualTo(5);
    }

    @Test
    void theEndSendsAllOnceMore() {
        emit(600);
        batches.flush(0);
        batches.giveUp(1);
        exporter.answer = CompletableResultCode.ofSuccess();
        batches.finish(System.nanoTime() + 10 * SECOND);
        assertThat(exporter.sizes).containsExactly(512, 512, 88);
        assertThat(batches.sent()).isEqualTo(600);
    }

    @Test
    void theEndWaitsForNobodyBeyondTheDeadline() {
        emit(2);
        long began = System.nanoTime();
        batches.finish(began + SECOND / 5);
        assertThat(System.nanoTime() - began).isBetween(SECOND / 5, 30 * SECOND);
        assertThat(batches.dropped()).isEqualTo(2);
    }
}
