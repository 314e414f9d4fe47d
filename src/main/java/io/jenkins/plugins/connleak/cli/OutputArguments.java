package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.export.PageTexts;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the results go. */
final class OutputArguments {
    private final Map<ReportForm, OutputFile> files = new EnumMap<>(ReportForm.class);
    private String language = "en";
    private String archive = "";
    private boolean quiet;

    @Option(
            names = "--json",
            order = 9,
            paramLabel = "FILE",
            description = "Write connleak's own report; a later --baseline.")
    void json(Path file) {
        add(ReportForm.JSON, file);
    }

    @Option(names = "--sarif", order = 10, paramLabel = "FILE", description = "Write SARIF 2.1.0.")
    void sarif(Path file) {
        add(ReportForm.SARIF, file);
    }

    @Option(
            names = "--html",
            order = 11,
            paramLabel = "FILE",
            description =
                    "Write one page with the leaks, their paths on the source, and the trend if there is an archive.")
    void html(Path file) {
        add(ReportForm.HTML, file);
    }

    @Option(
            names = "--html-language",
            order = 12,
            paramLabel = "LANGUAGE",
            description = "Language of that page: en (the default) or de.")
    void language(String given) {
        language = given;
    }

    @Option(names = "--legacy", order = 12, paramLabel = "FILE", description = "Write the older tool's text form.")
    void legacy(Path file) {
        add(ReportForm.LEGACY, file);
    }

    @Option(
            names = "--fix-diff",
            order = 12,
            paramLabel = "FILE",
            description = "Write the fixes that can be offered without doubt as one diff, for patch -p1 or git apply in"
                    + " DIR.")
    void fixDiff(Path file) {
        add(ReportForm.FIX_DIFF, file);
    }

    @Option(
            names = "--archive",
            order = 19,
            paramLabel = "URI",
            description = "Archive the result: mongodb://..., mongodb+srv://... (user and password in "
                    + ArchiveAddress.USER + " and " + ArchiveAddress.PASSWORD
                    + "), or embedded:DIR for a server of its own with its data in DIR.")
    void archive(String given) {
        archive = given;
    }

    @Option(names = "--quiet", order = 20, description = "Print nothing but errors.")
    void quiet(boolean given) {
        quiet = given;
    }

    /** Fails where the arguments, taken together, make no sense, or a file can't be written. */
    void check() throws ConfigurationException {
        if (standardOutputs() > 1) {
            throw new ConfigurationException("only one file can be -, standard output");
        }
        if (!PageTexts.of(Locale.forLanguageTag(language)).language().equals(language)) {
            throw new ConfigurationException("--html-language is en or de, not '" + language + "'");
        }
        for (OutputFile file : files.values()) {
            file.check();
        }
    }

    /** The archive, if one was asked for. */
    Optional<ArchiveAddress> archive(Surroundings surroundings) throws ConfigurationException {
        return archive.isEmpty() ? Optional.empty() : Optional.of(ArchiveAddress.parse(archive, surroundings));
    }

    /** Writes all files. */
    void write(Results results, Surroundings surroundings) throws IOException {
        for (Map.Entry<ReportForm, OutputFile> each : files.entrySet()) {
            each.getValue().write(surroundings.out(), target -> each.getKey().write(results, target));
        }
    }

    boolean isQuiet() {
        return quiet;
    }

    /** The words of pages. */
    PageTexts texts() {
        return PageTexts.of(Locale.forLanguageTag(language));
    }

    /** Whether the text goes to standard output: not if a file does. */
    boolean hasText() {
        return !quiet && standardOutputs() == 0;
    }

    private long standardOutputs() {
        return files.values().stream().filter(OutputFile::isStandardOutput).count();
    }

    private void add(ReportForm form, Path file) {
        files.put(form, new OutputFile(form.option(), file));
    }
}
