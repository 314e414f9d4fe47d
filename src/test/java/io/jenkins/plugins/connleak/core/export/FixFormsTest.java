package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A fix in the forms of the report that have it. */
class FixFormsTest {
    private static final ScanReport MENDED = SampleReports.mended();

    @Test
    void writesTheDiff() throws IOException {
        StringWriter text = new StringWriter();
        FixDiff.write(MENDED, text);

        assertThat(text.toString())
                .isEqualTo("--- a/src/Shop.java\n+++ b/src/Shop.java\n@@ -1,5 +1,7 @@\n void f() {\r\n"
                        + "-  A a = open();\r\n-  a.use();\r\n+  try (A a = open()) {\r\n+    a.use();\r\n+  }\r\n"
                        + " }\r\n+// end\r\n <last>\n\\ No newline at end of file\n");
    }

    @Test
    void writesNothingWhereThereIsNoFix() throws IOException {
        StringWriter text = new StringWriter();
        FixDiff.write(SampleReports.shop(), text);

        assertThat(text.toString()).isEmpty();
    }

    @Test
    void readsBackWhatItWroteAsJson() throws IOException {
        assertThat(JsonReport.read(new ByteArrayInputStream(json()))).isEqualTo(MENDED);
    }

    @Test
    void refusesAFixThatIsNone() throws IOException {
        String wrong = new String(json(), StandardCharsets.UTF_8).replace("-  a.use();", "?  a.use();");

        assertThatThrownBy(() -> JsonReport.read(new ByteArrayInputStream(wrong.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("the fix of a leak in 'src/Shop.java' is no change of a file's lines");
    }

    @Test
    void showsTheDiffWithTheLeak() {
        Finding finding = MENDED.findings().get(0);

        assertThat(new LeakView(List.of(), PageTexts.of(Locale.ENGLISH)).html(finding, "leak-1"))
                .contains(
                        "<span class=\"cl-diff-line cl-diff-removed\">-  a.use();</span>\n",
                        "<span class=\"cl-diff-line cl-diff-kept\"> &lt;last&gt;</span>\n");
    }

    private static byte[] json() throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        JsonReport.write(MENDED, target);
        return target.toByteArray();
    }
}
