package io.jenkins.plugins.connleak.bench;

import io.jenkins.plugins.connleak.core.leak.AnalysisResult;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.ParsedFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The stages of a scan of one tree, each by itself, in one thread: {@code -p tree=DIR} names the tree. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class EngineBenchmark {
    @Param("samples/shop")
    private String tree;

    private final LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());
    private final JavaSourceParser parser = new JavaSourceParser();
    private final JavaSourceParser around = analysis.parser();
    private final List<SourceFile> sources = new ArrayList<>();
    private List<ParsedFile> parsed = List.of();
    private List<LoweredFile> lowered = List.of();

    @Setup
    public void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(tree))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                sources.add(new SourceFile(file.toString(), text));
            }
        }
        parsed = sources.stream().flatMap(source -> parser.parse(source).file().stream()).toList();
        lowered = parsed.stream().map(analysis::lower).toList();
    }

    /** What a scan does with every file: text to types, the bodies left for when they are asked for. */
    @Benchmark
    public void look(Blackhole hole) {
        sources.forEach(source -> around.parse(source).file().ifPresent(file -> hole.consume(analysis.lower(file))));
    }

    /** Text to syntax trees. */
    @Benchmark
    public void parse(Blackhole hole) {
        sources.forEach(source -> hole.consume(parser.parse(source)));
    }

    /** Syntax trees to flow graphs. */
    @Benchmark
    public void lower(Blackhole hole) {
        parsed.forEach(file -> hole.consume(analysis.lower(file)));
    }

    /** Flow graphs to findings. */
    @Benchmark
    public AnalysisResult solve() throws InterruptedException {
        try (Workers workers = new Workers(1)) {
            return analysis.solve(lowered, workers);
        }
    }
}
