package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.export.DataTable;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** Into which files figures go. */
final class TableFiles {
    private enum Form {
        JSON,
        CSV,
        HTML
    }

    private final Map<Form, OutputFile> files = new EnumMap<>(Form.class);

    @Option(names = "--json", order = 20, paramLabel = "FILE", description = "Write the figures as JSON.")
    void json(Path file) {
        add(Form.JSON, file);
    }

    @Option(names = "--csv", order = 21, paramLabel = "FILE", description = "Write the figures as CSV.")
    void csv(Path file) {
        add(Form.CSV, file);
    }

    @Option(names = "--html", order = 22, paramLabel = "FILE", description = "Write one self-contained page.")
    void html(Path file) {
        add(Form.HTML, file);
    }

    /** Fails where a file can't be written, or two are standard output. */
    void check() throws ConfigurationException {
        if (standardOutputs() > 1) {
            throw new ConfigurationException("only one file can be -, standard output");
        }
        for (OutputFile file : files.values()) {
            file.check();
        }
    }

    /** Whether the text goes to standard output: not if a file does. */
    boolean hasText() {
        return standardOutputs() == 0;
    }

    /**
     * Writes the files that were asked for.
     *
     * @param format name of the JSON's format
     * @param about entries of the JSON beside the rows
     * @param page writes the page
     */
    void write(
            DataTable table,
            String format,
            Map<String, Object> about,
            OutputFile.Content page,
            Surroundings surroundings)
            throws IOException {
        for (Map.Entry<Form, OutputFile> each : files.entrySet()) {
            OutputFile.Content content =
                    switch (each.getKey()) {
                        case JSON -> target -> table.writeJson(format, about, target);
                        case CSV ->
                            target -> {
                                Writer text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
                                table.writeCsv(text);
                                text.flush();
                            };
                        case HTML -> page;
                    };
            each.getValue().write(surroundings.out(), content);
        }
    }

    private long standardOutputs() {
        return files.values().stream().filter(OutputFile::isStandardOutput).count();
    }

    private void add(Form form, Path file) {
        files.put(form, new OutputFile("--" + form.name().toLowerCase(Locale.ROOT), file));
    }
}
