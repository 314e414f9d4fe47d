package io.jenkins.plugins.connleak.plugin.trends;

/** The Markdown that shows a badge and leads to the page that it is about. */
final class BadgeSnippet {
    private BadgeSnippet() {}

    /**
     * The Markdown.
     *
     * @param label what is read where pictures are not shown
     * @param page absolute address of the page, with a slash at its end
     */
    static String markdown(String label, String page) {
        String address = page.replace("(", "%28").replace(")", "%29");
        return "[![" + label.replaceAll("[\\[\\]\\\\]", "") + "](" + address + "badge.svg)](" + address + ")";
    }
}
