package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final String COLOURS = "\u001b\\[[0-9]+m";

    @Test
    void writesLeaksWithTheirPathsAndTotals() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.plain().write(SampleReports.shop(), text);

        Golden.assertSame("report.txt", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void addsNothingButColoursForATerminal() throws IOException {
        StringBuilder plain = new StringBuilder();
        TextReport.plain().write(SampleReports.shop(), plain);
        StringBuilder coloured = new StringBuilder();
        TextReport.coloured().write(SampleReports.shop(), coloured);

        assertThat(coloured.toString()).contains("\u001b[31mdefinite:\u001b[0m");
        assertThat(coloured.toString().replaceAll(COLOURS, "")).isEqualTo(plain.toString());
    }

    @Test
    void saysThatNothingWasFound() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.plain().write(SampleReports.empty(), text);

        assertThat(text.toString())
                .isEqualTo("No leaks found\n0 files with 0 lines looked at, 0 silenced, 0 problems\n");
    }

    @Test
    void writesOneLinePerProblem() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.plain().writeProblems(SampleReports.shop(), text);

        assertThat(text.toString()).isEqualTo("""
                src/main/java/Old.java:12: [encoding] not UTF-8: read as ISO-8859-1
                src/main/java/Wip.java:3: [unparsable] line 3: ')' expected; file left out
                """);
    }

    @Test
    void spellsOutWhatATerminalWouldObey() throws IOException {
        StringBuilder text = new StringBuilder();
        TextReport.plain().write(SampleReports.hostile(), text);
        TextReport.plain().writeProblems(SampleReports.hostile(), text);

        assertThat(text.toString())
                .contains(
                        "\\u2028\\u2029 \"'&\\ \\u0000\\u001b[31m \\u202e \uD83D\uDE00 %41 \uFFFD.java:1: [never-closed]")
                .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f\u2028\u2029\u202e]");
    }
}
