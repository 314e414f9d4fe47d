package io.jenkins.plugins.connleak.core.scan;

import io.jenkins.plugins.connleak.core.leak.ChangedFiles;
import io.jenkins.plugins.connleak.core.leak.LeakAnalysis;
import io.jenkins.plugins.connleak.core.leak.LoweredFile;
import io.jenkins.plugins.connleak.core.source.FoundFile;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.source.SourceReader;
import io.jenkins.plugins.connleak.core.threads.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What has changed since an earlier scan, for the flow analysis; the rest is read from the disk when it asks. */
final class SourceChanges implements ChangedFiles {
    private final EarlierScan earlier;
    private final List<LoweredFile> lowered;
    private final Set<String> gone;
    private final LeakAnalysis analysis;
    private final SourceReader reader;
    private final Workers workers;
    private final Map<String, FoundFile> unchanged = new HashMap<>();

    SourceChanges(
            EarlierScan earlier,
            List<FileScan.Result> changed,
            LeakAnalysis analysis,
            SourceReader reader,
            Workers workers) {
        this.earlier = earlier;
        this.lowered = changed.stream().flatMap(file -> file.lowered().stream()).toList();
        this.gone = earlier.gone(lowered.stream().map(LoweredFile::path).collect(Collectors.toSet()));
        this.analysis = analysis;
        this.reader = reader;
        this.workers = workers;
        earlier.unchanged().forEach(file -> unchanged.put(file.path(), file));
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
        SourceReader.Outcome now = reader.read(found(path));
        if (now.checksum().isEmpty() || now.checksum().getAsLong() != earlier.checksum(path)) {
            throw new IllegalStateException(path + " changed while it was scanned");
        }
        return now.file()
                .flatMap(source -> analysis.parser().parse(source).file())
                .map(analysis::lower)
                .orElseThrow(() -> new IllegalStateException(path + " can't be parsed any more"));
    }

    private FoundFile found(String path) {
        FoundFile file = unchanged.get(path);
        if (file == null) {
            throw new IllegalStateException(path + " is no file that is as it was");
        }
        return file;
    }

    @Override
    public boolean isMentioned(Set<String> words) throws InterruptedException {
        Pattern mention =
                Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));
        AtomicBoolean isFound = new AtomicBoolean();
        workers.map(List.copyOf(unchanged.values()), file -> {
            if (!isFound.get() && mentions(file, words, mention)) {
                isFound.set(true);
            }
            return file;
        });
        return isFound.get();
    }

    private boolean mentions(FoundFile file, Set<String> words, Pattern mention) {
        return reader.read(file)
                .file()
                .map(SourceFile::text)
                .filter(text -> words.stream().anyMatch(text::contains)
                        && mention.matcher(text).find())
                .isPresent();
    }
}
