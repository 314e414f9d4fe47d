package io.jenkins.plugins.connleak.plugin.blame;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@code git blame --porcelain} writes: for each line its commit and number, the facts of a commit when it is named for
 * the first time, and the line itself after a tab. What is no such thing is passed over.
 */
final class Porcelain {
    private static final Pattern HEAD = Pattern.compile("([0-9a-f]{40}|[0-9a-f]{64}) [0-9]+ ([0-9]{1,9})( [0-9]+)?");
    private static final Pattern NONE = Pattern.compile("0+");

    /** Whether commits at which a history was cut off are told as the origin of what they did not change. */
    private final boolean shallow;

    private final Map<String, Commit> commits = new HashMap<>();
    private final Map<Integer, String> lines = new LinkedHashMap<>();

    private static final class Commit {
        private String author = "";
        private long seconds;
        private boolean boundary;
    }

    Porcelain(boolean shallow) {
        this.shallow = shallow;
    }

    /** Who wrote the lines of {@code text}, by their numbers; without those that are not committed. */
    Map<Integer, Blame> read(String text) {
        @Nullable Commit at = null;
        for (String line : text.split("\n", -1)) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                at = commits.computeIfAbsent(head.group(1), hash -> new Commit());
                lines.put(Integer.valueOf(head.group(2)), head.group(1));
            } else if (at != null) {
                fact(at, line);
            }
        }
        return blames();
    }

    private static void fact(Commit commit, String line) {
        if (line.startsWith("author ")) {
            commit.author = line.substring("author ".length());
        } else if (line.matches("author-time [0-9]{1,12}")) {
            commit.seconds = Long.parseLong(line.substring("author-time ".length()));
        } else if (line.equals("boundary")) {
            commit.boundary = true;
        }
    }

    private Map<Integer, Blame> blames() {
        Map<Integer, Blame> blames = new LinkedHashMap<>();
        lines.forEach((line, hash) -> {
            Commit commit = commits.get(hash);
            if (commit != null && !NONE.matcher(hash).matches() && !(shallow && commit.boundary)) {
                blames.put(line, Blame.of(commit.author, hash, commit.seconds));
            }
        });
        return blames;
    }
}
