package io.jenkins.plugins.connleak.cli;

import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ConfigurationException;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import io.jenkins.plugins.connleak.core.spec.CatalogFiles;
import io.jenkins.plugins.connleak.core.spec.RegexFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is scanned, and how. Empty texts and lists are options that were not given. */
final class SourceArguments {
    private static final int ONE_PER_CORE = 0;

    private final List<Path> folders = new ArrayList<>();
    private final List<String> includes = new ArrayList<>();
    private final List<String> excludes = new ArrayList<>();
    private Engine engine = Engine.FLOW;
    private Certainty certainty = Certainty.POSSIBLE;
    private String regexFile = "";
    private String ignoreFile = "";
    private final List<String> catalogFiles = new ArrayList<>();
    private String encoding = "";
    private OptionalInt threads = OptionalInt.empty();
    private Optional<Path> cache = Optional.empty();

    @Parameters(paramLabel = "DIR", description = "Folders with Java sources.", arity = "0..*")
    void folders(List<Path> given) {
        folders.clear();
        folders.addAll(given);
    }

    @Option(
            names = "--engine",
            order = 1,
            paramLabel = "flow|regex|both",
            description = "Which analysis looks for leaks: data flow, the patterns of the regex file, or both."
                    + " Default: flow.")
    void engine(Engine given) {
        engine = given;
    }

    @Option(
            names = "--regex-file",
            order = 2,
            paramLabel = "FILE",
            description = "Patterns of the house's own methods, acquisitions and releases; flow mode learns them too.")
    void regexFile(String given) {
        regexFile = given;
    }

    @Option(
            names = "--ignore-file",
            order = 3,
            paramLabel = "FILE",
            description = "Methods whose leaks are silenced, per file name.")
    void ignoreFile(String given) {
        ignoreFile = given;
    }

    @Option(
            names = "--catalog",
            order = 3,
            paramLabel = "FILE",
            description = "YAML file with the house's own resource types, factories and closers; may be repeated." + " "
                    + CatalogFiles.FOUND_NAME + " in a DIR is read without being named.")
    void catalogFiles(List<String> given) {
        catalogFiles.clear();
        catalogFiles.addAll(given);
    }

    @Option(
            names = "--include",
            order = 4,
            paramLabel = "PATTERN",
            split = ",",
            description = "Ant-style patterns of the files to scan; may be repeated. Default: **/*.java.")
    void includes(List<String> given) {
        includes.clear();
        includes.addAll(given);
    }

    @Option(
            names = "--exclude",
            order = 5,
            paramLabel = "PATTERN",
            split = ",",
            description = "Ant-style patterns of the files to leave out; may be repeated.")
    void excludes(List<String> given) {
        excludes.clear();
        excludes.addAll(given);
    }

    @Option(
            names = "--encoding",
            order = 6,
            paramLabel = "NAME",
            description =
                    "Encoding of the sources. Default: UTF-8; a file that is not gets a fallback and is reported.")
    void encoding(String given) {
        encoding = given;
    }

    @Option(names = "--threads", order = 7, paramLabel = "N", description = "Threads that scan. Default: one per core.")
    void threads(int given) {
        threads = OptionalInt.of(given);
    }

    @Option(
            names = "--certainty",
            order = 8,
            paramLabel = "definite|possible",
            description = "Show leaks that are at least so certain. Default: possible, which is all.")
    void certainty(Certainty given) {
        certainty = given;
    }

    @Option(
            names = "--cache",
            order = 9,
            paramLabel = "FOLDER",
            description = "Keep what the scan finds out in this folder, and look only at what has changed since."
                    + " The result is the same.")
    void cache(Path given) {
        cache = Optional.of(given);
    }

    /** A scanner with these options. */
    Scanner scanner(BuildTag tag) {
        Scanner scanner = new Scanner(options(tag));
        return cache.map(scanner::keptIn).orElse(scanner);
    }

    /** Fails where the arguments, taken together, make no sense. */
    void check() throws ConfigurationException {
        if (threads.isPresent() && threads.getAsInt() < 1) {
            throw new ConfigurationException(
                    "--threads " + threads.getAsInt() + " is no number of threads; give 1 or more");
        }
        if (folders.isEmpty() && engine != Engine.REGEX) {
            throw new ConfigurationException("which folder is to be scanned? Give at least one DIR");
        }
        if (folders.isEmpty() && regexFile.isEmpty()) {
            throw new ConfigurationException(
                    "which folder is to be scanned? Give a DIR, or a --regex-file with SOURCECODE_PATH");
        }
    }

    /** The roots to scan: those given, else the one of the regex file. */
    List<Path> roots() throws ConfigurationException {
        if (!folders.isEmpty()) {
            return List.copyOf(folders);
        }
        String path = RegexFile.read(Path.of(regexFile)).sourcePath();
        if (path.isEmpty()) {
            throw new ConfigurationException(
                    "The regex file " + regexFile + " names no folder: add SOURCECODE_PATH to it, or give a DIR");
        }
        try {
            return List.of(Path.of(path));
        } catch (InvalidPathException e) {
            throw new ConfigurationException(
                    "SOURCECODE_PATH of the regex file " + regexFile + " is no name of a folder: " + path, e);
        }
    }

    private ScanOptions options(BuildTag tag) {
        SourceSelection selection =
                new SourceSelection(includes, excludes, orNull(encoding), SourceSelection.DEFAULT.maxFileBytes());
        HouseFiles house = new HouseFiles(orNull(regexFile), orNull(ignoreFile), catalogFiles);
        return new ScanOptions(engine, selection, house, certainty, threads.orElse(ONE_PER_CORE), tag);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
