package io.jenkins.plugins.connleak.plugin.actions;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Resource;

/** A leak as a page shows it in one line; everything in the language of the reader. */
public final class LeakRow {
    private final Finding finding;
    private final String id;

    LeakRow(Finding finding, String id) {
        this.finding = finding;
        this.id = id;
    }

    /** Last part of the address of the leak's page: never a path. */
    public String getId() {
        return id;
    }

    public String getRule() {
        return finding.rule().id();
    }

    public String getRuleTitle() {
        return Labels.of(finding.rule());
    }

    public String getCertainty() {
        return finding.certainty().id();
    }

    public String getCertaintyLabel() {
        return Labels.of(finding.certainty());
    }

    public String getKindLabel() {
        return Labels.of(finding.resource().kind());
    }

    /** The variable and its type without package, as a declaration would have them. */
    public String getResource() {
        Resource resource = finding.resource();
        String type = resource.type().substring(resource.type().lastIndexOf('.') + 1);
        return (type + " " + resource.variable()).trim();
    }

    public String getKind() {
        return finding.resource().kind().id();
    }

    public String getPackageName() {
        return finding.place().packageName();
    }

    public String getFile() {
        return finding.place().file();
    }

    public int getLine() {
        return finding.place().line();
    }

    /** File and line, such as {@code src/Dao.java:17}. */
    public String getPlace() {
        return finding.place().file() + ":" + finding.place().line();
    }

    /** The file without its folders, and the line. */
    public String getShortPlace() {
        return getPlace().substring(finding.place().file().lastIndexOf('/') + 1);
    }

    /** The folders of the file. */
    public String getFolder() {
        String file = finding.place().file();
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /** Class and method without parameters, as a reader would name them. */
    public String getMethod() {
        String method = finding.place().method();
        int parameters = method.indexOf('(');
        String name = parameters < 0 ? method : method.substring(0, parameters);
        return finding.place().className().isEmpty() ? name : finding.place().className() + "." + name;
    }
}
