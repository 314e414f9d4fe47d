package io.jenkins.plugins.connleak.core.fix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies a unified diff as strictly as can be: every line must be where and what the diff says, and every count must hold. */
public final class DiffApplier {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

    private DiffApplier() {}

    /** Changes the files under a folder; returns the paths of those changed. */
    public static List<String> apply(String diff, Path root) throws IOException {
        List<String> changed = new ArrayList<>();
        List<String> lines = new ArrayList<>(Arrays.asList(diff.split("(?<=\n)")));
        int at = 0;
        while (at < lines.size() && !lines.get(at).isEmpty()) {
            String path = name(lines.get(at), "--- a/");
            if (!name(lines.get(at + 1), "+++ b/").equals(path)) {
                throw new IOException("two names: " + lines.get(at) + lines.get(at + 1));
            }
            int end = at + 2;
            while (end < lines.size() && !lines.get(end).startsWith("--- a/")) {
                end++;
            }
            Path file = root.resolve(path);
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            String mended = apply(lines.subList(at + 2, end), Arrays.asList(text.split("(?<=\n)")));
            Files.write(file, mended.getBytes(StandardCharsets.ISO_8859_1));
            changed.add(path);
            at = end;
        }
        return changed;
    }

    private static String name(String line, String prefix) throws IOException {
        if (!line.startsWith(prefix)) {
            throw new IOException("no name of a file: " + line);
        }
        return line.substring(prefix.length()).strip();
    }

    private static String apply(List<String> diff, List<String> old) throws IOException {
        StringBuilder text = new StringBuilder();
        int done = 0;
        int written = 0;
        int at = 0;
        while (at < diff.size()) {
            Matcher head = HUNK.matcher(diff.get(at).strip());
            if (!head.matches()) {
                throw new IOException("no hunk: " + diff.get(at));
            }
            at++;
            int first = Integer.parseInt(head.group(1)) - 1;
            if (first < done) {
                throw new IOException("hunks overlap at line " + (first + 1));
            }
            while (done < first) {
                text.append(old.get(done++));
                written++;
            }
            if (written != Integer.parseInt(head.group(3)) - 1) {
                throw new IOException("wrong place in the new file: " + head.group());
            }
            int before = done;
            int after = written;
            while (at < diff.size() && !diff.get(at).startsWith("@@")) {
                String line = line(diff, at);
                char sign = line.charAt(0);
                String rest = bytes(line.substring(1));
                if (sign == '\\') {
                    at++;
                    continue;
                }
                if (sign != '+' && !old.get(done++).equals(rest)) {
                    throw new IOException("line " + done + " is not " + line);
                }
                if (sign != '-') {
                    text.append(rest);
                    written++;
                }
                at++;
            }
            if (done - before != Integer.parseInt(head.group(2))
                    || written - after != Integer.parseInt(head.group(4))) {
                throw new IOException("wrong count: " + head.group());
            }
        }
        old.subList(done, old.size()).forEach(text::append);
        return text.toString();
    }

    /** A line without its end if the next says that it has none. */
    private static String line(List<String> diff, int at) {
        boolean hasNoEnd = at + 1 < diff.size() && diff.get(at + 1).startsWith("\\");
        return hasNoEnd ? diff.get(at).substring(0, diff.get(at).length() - 1) : diff.get(at);
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
