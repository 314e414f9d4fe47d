package io.jenkins.plugins.connleak.plugin.blame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Asks git who wrote lines of a workspace, file by file, as long as there is time. Lines of files that git does not know, that are
 * not committed, or whose origin lies before the beginning of a shallow clone, are left out.
 */
public final class GitBlame {
    /** Most files that are asked for. */
    static final int MAX_FILES = 200;

    /** Most lines of one file in one call. */
    private static final int MAX_LINES = 200;

    /** Longest time of all calls together, in milliseconds. */
    static final long MAX_MILLIS = 60_000;

    private final Path workspace;
    private final LongSupplier clock;
    private final long end;
    private final Map<Path, Optional<Boolean>> shallow = new HashMap<>();

    /**
     * Of that workspace.
     *
     * @param clock milliseconds that pass
     */
    GitBlame(Path workspace, LongSupplier clock) {
        this.workspace = workspace;
        this.clock = clock;
        this.end = clock.getAsLong() + MAX_MILLIS;
    }

    /** Who wrote those lines; the first ones are asked for first. */
    BlameAnswer of(List<BlameTarget> targets) throws InterruptedException {
        Map<String, List<Integer>> byFile = new LinkedHashMap<>();
        targets.forEach(target ->
                byFile.computeIfAbsent(target.file(), file -> new ArrayList<>()).add(target.line()));
        Map<BlameTarget, Blame> found = new LinkedHashMap<>();
        int files = 0;
        try {
            for (Map.Entry<String, List<Integer>> file : byFile.entrySet()) {
                if (left() <= 0) {
                    return new BlameAnswer(found, "the time of " + MAX_MILLIS / 1000 + " s was over");
                }
                if (files++ == MAX_FILES) {
                    return new BlameAnswer(found, "no more than " + MAX_FILES + " files are asked for");
                }
                ask(file.getKey(), file.getValue())
                        .forEach((line, blame) -> found.put(new BlameTarget(file.getKey(), line), blame));
            }
        } catch (IOException e) {
            return new BlameAnswer(found, "git could not be run: " + e.getMessage());
        }
        return new BlameAnswer(found, found.isEmpty() ? "git knows none of the files" : "");
    }

    private long left() {
        return end - clock.getAsLong();
    }

    private Map<Integer, Blame> ask(String name, List<Integer> lines) throws IOException, InterruptedException {
        Optional<Path> file = file(name);
        Optional<Path> top = file.flatMap(this::repository);
        if (file.isEmpty() || top.isEmpty()) {
            return Map.of();
        }
        Git git = new Git(top.get());
        Optional<Boolean> cut = shallow.get(top.get());
        if (cut == null) {
            cut = git.run(List.of("rev-parse", "--is-shallow-repository"), left())
                    .map(answer -> !answer.strip().equals("false"));
            shallow.put(top.get(), cut);
        }
        Map<Integer, Blame> found = new LinkedHashMap<>();
        for (int from = 0; cut.isPresent() && from < lines.size() && left() > 0; from += MAX_LINES) {
            List<String> arguments =
                    new ArrayList<>(List.of("blame", "--porcelain", "--no-textconv", "--encoding=UTF-8"));
            lines.subList(from, Math.min(lines.size(), from + MAX_LINES))
                    .forEach(line -> arguments.add("-L" + line + "," + line));
            arguments.add("--");
            arguments.add(top.get().relativize(file.get()).toString());
            boolean isCut = cut.get();
            git.run(arguments, left()).ifPresent(text -> found.putAll(new Porcelain(isCut).read(text)));
        }
        found.keySet().retainAll(lines);
        return found;
    }

    /** The file of that name, if it is one, and within the workspace. */
    private Optional<Path> file(String name) {
        try {
            Path file = workspace.resolve(name).normalize();
            boolean isWithin = file.startsWith(workspace)
                    && Files.isRegularFile(file)
                    && file.toRealPath().startsWith(workspace.toRealPath());
            return isWithin ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    /** The nearest folder around a file that is the top of a repository, up to the workspace. */
    private Optional<Path> repository(Path file) {
        Path folder = file.getParent();
        while (folder != null && folder.startsWith(workspace)) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
