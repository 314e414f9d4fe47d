package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanFigures;
import io.jenkins.plugins.connleak.core.model.ScanInfo;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportTest {
    private static final int WRITTEN_BYTES_BEFORE_FAILURE = 9_000;

    @Test
    void writesEveryPartOfTheReport() throws IOException {
        Golden.assertSame("report.json", written(SampleReports.shop()));
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        assertThat(read(written(SampleReports.shop()))).isEqualTo(SampleReports.shop());
        assertThat(read(written(SampleReports.empty()))).isEqualTo(SampleReports.empty());
    }

    @Test
    void readsHostileStringsBackWithHalvesOfSurrogatePairsReplaced() throws IOException {
        ScanReport read = read(written(SampleReports.hostile()));

        assertThat(read.findings().get(0).resource().variable())
                .isEqualTo(SampleReports.hostile()
                        .findings()
                        .get(0)
                        .resource()
                        .variable()
                        .replace('\uD800', '\uFFFD'));
        assertThat(read(written(read))).isEqualTo(read);
    }

    @Test
    void readsAHundredThousandFindingsBack() throws IOException {
        ScanReport large = SampleReports.large(100_000);

        assertThat(read(written(large)).equals(large)).isTrue();
    }

    @Test
    void cutsStringsAtTheLimitSoThatTheyCanBeReadBack() throws IOException {
        String message = "x".repeat(Texts.MAX_LENGTH - 2);
        ScanReport report = new ScanReport(
                new ScanInfo("0.1.0", "flow", BuildTag.NONE, Map.of()),
                new ScanFigures(0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(
                        new Problem(Problem.Kind.LIMIT, "", 0, message + "yz"),
                        new Problem(Problem.Kind.LIMIT, "", 0, message + "yzz"),
                        new Problem(Problem.Kind.LIMIT, "", 0, message + "\uD83D\uDE00z")));

        assertThat(read(written(report)).problems().stream().map(Problem::message))
                .containsExactly(message + "yz", message + "y\u2026", message + "\uFFFD\u2026");
    }

    @Test
    void refusesEveryCutOffReportWithAClearError() throws IOException {
        byte[] whole = written(SampleReports.shop());
        int lastBrace = whole.length - 1;

        for (int length = 0; length < lastBrace; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part))
                    .as("cut off after %d bytes", length)
                    .isInstanceOf(ReportFormatException.class)
                    .message()
                    .matches("the report is empty|the report is cut off at line \\d+, column \\d+"
                            + "|not JSON at line \\d+, column \\d+: .*|.*it is not UTF-8");
        }
        assertThat(read(Arrays.copyOf(whole, lastBrace))).isEqualTo(SampleReports.shop());
    }

    @Test
    void doesNotMakeAFailedWriteLookComplete() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                if (written.size() == WRITTEN_BYTES_BEFORE_FAILURE) {
                    throw new IOException("disk full");
                }
                written.write(octet);
            }
        };

        assertThatThrownBy(() -> JsonReport.write(SampleReports.large(100), full))
                .hasMessage("disk full");
        assertThatThrownBy(() -> read(written.toByteArray())).isInstanceOf(ReportFormatException.class);
    }

    @Test
    void readsReportsThatOtherToolsSortedAndMarkedWithAByteOrderMark() throws IOException {
        String sorted =
                "\uFEFF{\"engine\":\"flow\",\"figures\":{\"methods\":0,\"lines\":0,\"files\":0,\"parsedFiles\":0},"
                        + "\"findings\":[],\"format\":1,\"options\":{},\"problems\":[],\"silenced\":[],"
                        + "\"tag\":{\"buildNumber\":\"\",\"job\":\"\",\"release\":\"\"},\"tool\":\"connleak\",\"version\":\"0.1.0\"}";

        assertThat(read(sorted.getBytes(StandardCharsets.UTF_8))).isEqualTo(SampleReports.empty());
    }

    @Test
    void leavesTheSourceOpen() throws IOException {
        boolean[] closed = new boolean[1];
        try (FilterInputStream source =
                new FilterInputStream(new ByteArrayInputStream(written(SampleReports.empty()))) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                }) {
            JsonReport.read(source);
            assertThat(closed).containsExactly(false);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                              | not a report of connleak: it does not begin with an object",
                "JAVA : Foo.java                 | not JSON at line 1, column 5: Unrecognized token 'JAVA': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "{\"version\":\"2.1.0\",\"runs\":[]} | not a report of connleak in format 1: it has a field 'runs'",
                "{}                              | not a report of connleak: it lacks the field 'format'",
                "{\"format\":2,\"wings\":1}       | the report has format 2, this version reads format 1 only: use the connleak that wrote it, or a newer one",
                "{\"format\":\"1\"}              | not a report of connleak: its field 'format' is not a whole number",
                "{\"format\":1,\"format\":1}     | not JSON at line 1, column 21: Duplicate field 'format'",
                "{\"format\":1,\"findings\":7}   | findings must be a list",
                "{\"format\":1,\"findings\":[7]} | findings[0] must be an object, but is 7",
                "{\"format\":1,\"problems\":[{}]} | problems[0] lacks the field 'kind'",
                "{\"format\":1,\"findings\":[{\"rule\":\"no-such\"}]} | findings[0].rule is 'no-such', which this version does not know; it knows never-closed, not-closed-on-exception, not-closed-on-path, overwritten, temporary-never-closed, field-never-closed, legacy-pattern",
                "{\"format\":1,\"problems\":[{\"kind\":\"limit\",\"file\":null}]} | problems[0].file must be a string, but is null",
                "{\"format\":1,\"problems\":[{\"kind\":\"limit\",\"file\":\"\",\"line\":-1}]} | problems[0].line must be a whole number from 0 to 2147483647, but is -1",
                "{\"format\":1,\"problems\":[{\"kind\":\"limit\",\"file\":\"\",\"line\":1,\"message\":\"\",\"x\":1}]} | problems[0] has a field 'x', which format 1 does not have",
            })
    void refusesWhatIsNotAReport(String text, String message) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatFollowsTheReport() throws IOException {
        String twice = new String(written(SampleReports.empty()), StandardCharsets.UTF_8).repeat(2);

        assertThatThrownBy(() -> read(twice.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith("the report goes on after its end, at line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"path\":"})
    void refusesDeepNestingWithoutFollowingIt(String opening) {
        String deep = "{\"format\":1,\"findings\":[" + opening.repeat(100_000);

        assertThatThrownBy(() -> read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith("the report is beyond this reader's limits: Document nesting depth");
    }

    @Test
    void refusesAStringBeyondTheLimit() {
        String text = "{\"format\":1,\"version\":\"" + "x".repeat(Texts.MAX_LENGTH + 1) + "\"}";

        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageStartingWith("the report is beyond this reader's limits: String value length");
    }

    @Test
    void survivesAnyChangedByte() throws IOException {
        byte[] whole = written(SampleReports.shop());

        for (int index = 0; index < whole.length; index++) {
            byte[] damaged = whole.clone();
            damaged[index] ^= 0x15;
            try {
                assertThat(read(damaged).info()).isNotNull();
            } catch (ReportFormatException refused) {
                assertThat(refused).message().isNotBlank();
            }
        }
    }

    private static byte[] written(ScanReport report) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        JsonReport.write(report, target);
        return target.toByteArray();
    }

    private static ScanReport read(byte[] report) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(report));
    }
}
