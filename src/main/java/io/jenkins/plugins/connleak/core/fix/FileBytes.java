package io.jenkins.plugins.connleak.core.fix;

import io.jenkins.plugins.connleak.core.model.Fix;
import java.nio.charset.StandardCharsets;

/** The bytes of a file, to which a diff in UTF-8 is applied: where the file is in another encoding, its bytes may differ. */
public final class FileBytes {
    private final String[] lines;
    private final boolean lastLineHasEnd;

    public FileBytes(byte[] bytes) {
        String text = asCharacters(bytes);
        this.lines = text.split("\n", -1);
        this.lastLineHasEnd = text.endsWith("\n");
    }

    /** Whether the lines that a fix shows as those of the file are the file's, byte by byte. */
    public boolean holdWhatIsMendedBy(Fix fix) {
        for (Fix.Hunk hunk : fix.hunks()) {
            int number = hunk.firstLine();
            for (String line : hunk.lines()) {
                char sign = line.charAt(0);
                if (sign == Fix.KEPT || sign == Fix.REMOVED) {
                    if (!isLine(number, line.substring(1), fix.lineEnd())) {
                        return false;
                    }
                    number++;
                }
            }
        }
        return true;
    }

    private boolean isLine(int number, String line, String lineEnd) {
        if (number > lines.length) {
            return false;
        }
        boolean hasEnd = number < lines.length || lastLineHasEnd;
        String end = hasEnd ? lineEnd.substring(0, lineEnd.length() - 1) : "";
        return lines[number - 1].equals(asCharacters((line + end).getBytes(StandardCharsets.UTF_8)));
    }

    private static String asCharacters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
