package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.export.FixDiff;
import io.jenkins.plugins.connleak.core.export.HtmlReport;
import io.jenkins.plugins.connleak.core.export.JsonReport;
import io.jenkins.plugins.connleak.core.export.LegacyReport;
import io.jenkins.plugins.connleak.core.export.SarifReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The forms of report files, in the order they are written. */
enum ReportForm {
    JSON {
        @Override
        void write(Results results, OutputStream target) throws IOException {
            JsonReport.write(results.outcome().report(), target);
        }
    },
    SARIF {
        @Override
        void write(Results results, OutputStream target) throws IOException {
            SarifReport.write(results.outcome().report(), target);
        }
    },
    LEGACY {
        @Override
        void write(Results results, OutputStream target) throws IOException {
            Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            LegacyReport.write(results.outcome().report(), text);
            text.flush();
        }
    },
    FIX_DIFF {
        @Override
        void write(Results results, OutputStream target) throws IOException {
            Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            FixDiff.write(results.outcome().report(), text);
            text.flush();
        }
    },
    HTML {
        @Override
        void write(Results results, OutputStream target) throws IOException {
            HtmlReport.write(
                    results.outcome().report(), results.outcome().excerpts(), results.trend(), results.texts(), target);
        }
    };

    /** Writes a report; the target stays open. */
    abstract void write(Results results, OutputStream target) throws IOException;

    /** The option that asks for it. */
    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
