package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.cache.DamagedCacheException;
import io.jenkins.plugins.connleak.core.cache.RecordReader;
import io.jenkins.plugins.connleak.core.cache.RecordWriter;
import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.source.JavaSourceParser;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Analyses of texts by their paths: kept, taken over after changes, and from the start. */
final class Rescans {
    private final LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
    private final JavaSourceParser parser = analysis.parser();
    private final Map<String, String> before;
    private final Map<String, String> meanwhile = new HashMap<>();
    private final byte[] kept;
    private final Set<String> read = new HashSet<>();

    /** Analyses the texts and keeps that. */
    Rescans(Map<String, String> before) throws InterruptedException {
        this.before = before;
        RecordWriter writer = new RecordWriter();
        try (Workers workers = new Workers(2)) {
            writer.write(analysis.solveToKeep(lowered(before), workers).saved().orElseThrow());
        }
        this.kept = writer.toByteArray();
    }

    /** What taking over what was kept finds; empty if everything has to be looked at. */
    Optional<List<String>> again(Map<String, String> now, int threads)
            throws InterruptedException, DamagedCacheException {
        read.clear();
        SavedAnalysis saved = new RecordReader(ByteBuffer.wrap(kept)).read(SavedAnalysis.class);
        try (Workers workers = new Workers(threads)) {
            return analysis.solveAgain(saved, new Changes(now), workers).map(Rescans::shown);
        }
    }

    /** From now on a file reads otherwise than it is said to. */
    void changesMeanwhile(String path, String text) {
        meanwhile.put(path, text);
    }

    /** The files that have not changed and were read for it. */
    Set<String> read() {
        return new TreeSet<>(read);
    }

    /** What a look at everything finds. */
    List<String> fresh(Map<String, String> now) throws InterruptedException {
        return shown(Analyses.solve(analysis, lowered(now), 1));
    }

    /** The paths whose texts differ. */
    Set<String> differing(Map<String, String> now) {
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> before.getOrDefault(path, "").equals(now.getOrDefault(path, "")));
        return paths;
    }

    private List<LoweredFile> lowered(Map<String, String> sources) {
        List<LoweredFile> lowered = new ArrayList<>();
        sources.forEach((path, text) -> lower(path, text).ifPresent(lowered::add));
        return lowered;
    }

    private synchronized Optional<LoweredFile> lower(String path, String text) {
        return parser.parse(new SourceFile(path, text)).file().map(analysis::lower);
    }

    private static List<String> shown(AnalysisResult result) {
        return Stream.of(
                        result.findings().stream().map(Finding::toString),
                        result.problems().stream().map(Object::toString),
                        Stream.of("methods: " + result.methods()))
                .flatMap(lines -> lines)
                .sorted()
                .toList();
    }

    /** The difference between what was kept and what is there now. */
    private final class Changes implements ChangedFiles {
        private final Set<String> differing;
        private final List<LoweredFile> lowered = new ArrayList<>();
        private final Set<String> gone = new TreeSet<>();

        Changes(Map<String, String> now) {
            this.differing = differing(now);
            for (String path : differing) {
                Optional<LoweredFile> file =
                        Optional.ofNullable(now.get(path)).flatMap(text -> Rescans.this.lower(path, text));
                file.ifPresentOrElse(lowered::add, () -> gone.add(path));
            }
        }

        @Override
        public List<LoweredFile> lowered() {
            return lowered;
        }

        @Override
        public Set<String> gone() {
            return gone;
        }

        @Override
        public LoweredFile lower(String path) {
            synchronized (read) {
                read.add(path);
            }
            if (differing.contains(path)) {
                throw new AssertionError("asked for as it was, though it has changed: " + path);
            }
            String text = meanwhile.getOrDefault(path, before.getOrDefault(path, ""));
            if (text.isEmpty()) {
                throw new IllegalStateException("can't be read: " + path);
            }
            return Rescans.this.lower(path, text).orElseThrow();
        }

        @Override
        public boolean isMentioned(Set<String> words) {
            return before.entrySet().stream()
                    .filter(file -> !differing.contains(file.getKey()))
                    .anyMatch(file -> words.stream().anyMatch(file.getValue()::contains));
        }
    }
}
