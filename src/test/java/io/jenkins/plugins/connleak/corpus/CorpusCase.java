package io.jenkins.plugins.connleak.corpus;

import com.github.javaparser.ast.CompilationUnit;
import io.jenkins.plugins.connleak.core.model.BuildTag;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.model.ScanReport;
import io.jenkins.plugins.connleak.core.scan.Engine;
import io.jenkins.plugins.connleak.core.scan.HouseFiles;
import io.jenkins.plugins.connleak.core.scan.ScanOptions;
import io.jenkins.plugins.connleak.core.scan.ScanProgress;
import io.jenkins.plugins.connleak.core.scan.Scanner;
import io.jenkins.plugins.connleak.core.scan.SourceSelection;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned together: one file, or all files of a folder {@code multi/<case>}. A folder may hold the house's
 * {@code regex.properties} and {@code ignore.properties}.
 *
 * @param root root of the corpus
 * @param name path of the file or folder, relative to the root, with {@code /} as separator
 * @param files paths of its files, relative to the root, sorted
 */
record CorpusCase(Path root, String name, List<String> files) {
    private static final String MULTI = "multi/";
    private static final List<Engine> ENGINES = List.of(Engine.FLOW, Engine.REGEX);

    CorpusCase {
        files = List.copyOf(files);
    }

    /** All cases under {@code root}, sorted by name. */
    static List<CorpusCase> under(Path root) {
        TreeMap<String, List<String>> cases = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".java"))
                    .sorted()
                    .forEach(path -> cases.computeIfAbsent(caseOf(path), name -> new ArrayList<>())
                            .add(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases.entrySet().stream()
                .map(entry -> new CorpusCase(root, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String caseOf(String path) {
        return path.startsWith(MULTI) ? path.substring(0, path.indexOf('/', MULTI.length())) : path;
    }

    /** The expectations of all its files. */
    List<Marker> markers() {
        return files.stream()
                .flatMap(file -> MarkerReader.read(file, text(file)).markers().stream())
                .toList();
    }

    /** What is wrong with the case itself: markers that are none, names that do not agree with them. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        boolean named = false;
        for (String file : files) {
            MarkerReader.Outcome read = MarkerReader.read(file, text(file));
            faults.addAll(read.errors());
            JavaSourceParser.Outcome parsed = new JavaSourceParser().parse(new SourceFile(file, text(file)));
            parsed.problems().stream().map(Problem::toString).forEach(faults::add);
            Optional<CompilationUnit> unit = parsed.file().map(ParsedFile::unit);
            unit.ifPresent(tree -> faults.addAll(NameCheck.check(file, tree, read.markers())));
            named |= unit.filter(NameCheck::hasNames).isPresent();
        }
        if (!named && faults.isEmpty()) {
            faults.add(name + ": no name ends in Ok or Bad");
        }
        return faults;
    }

    /** What both engines report on it. */
    List<Leak> scan() throws Exception {
        List<Leak> leaks = new ArrayList<>();
        for (Engine engine : ENGINES) {
            SourceSelection selection =
                    new SourceSelection(files, List.of(), "UTF-8", SourceSelection.DEFAULT.maxFileBytes());
            ScanOptions options = new ScanOptions(engine, selection, house(), Certainty.POSSIBLE, 1, BuildTag.NONE);
            ScanReport report =
                    new Scanner(options).scan(List.of(root), ScanProgress.NONE).report();
            if (report.figures().files() != files.size() || !report.problems().isEmpty()) {
                throw new IllegalStateException(name + " was not scanned in full: " + report.problems());
            }
            report.findings().forEach(finding -> leaks.add(Leak.of(finding, engine)));
        }
        return leaks;
    }

    /** Whether its markers speak of more than the analysis of its files: of suppressions, or of the house's files. */
    boolean needsScan() {
        return name.startsWith("suppress/") || !house().equals(HouseFiles.NONE);
    }

    private HouseFiles house() {
        return new HouseFiles(houseFile("regex.properties"), houseFile("ignore.properties"));
    }

    private @Nullable String houseFile(String file) {
        Path path = root.resolve(name).resolve(file);
        return Files.isRegularFile(path) ? path.toString() : null;
    }

    /** The text of one of its files. */
    String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
