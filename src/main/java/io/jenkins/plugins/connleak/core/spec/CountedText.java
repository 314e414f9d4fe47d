package io.jenkins.plugins.connleak.core.spec;

/** A text that lets itself be looked at a limited number of times: what bounds a pattern that backtracks without end. */
public final class CountedText implements CharSequence {
    /** The text was looked at too often. */
    public static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyLooks() {
            super("a pattern looked at a text too often", null, false, false);
        }
    }

    private final String text;
    private final long limit;
    private long looks;

    /**
     * @param text the text
     * @param limit looks at a character that are allowed
     */
    public CountedText(String text, long limit) {
        this.text = text;
        this.limit = limit;
    }

    /** Looks at a character so far. */
    public long looks() {
        return looks;
    }

    @Override
    public char charAt(int index) {
        if (++looks > limit) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
