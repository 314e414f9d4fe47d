package io.jenkins.plugins.connleak.core.source;

import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.List;

/**
 * What a search through a tree came to.
 *
 * @param files the files, by path
 * @param problems folders and links that could not be followed, in natural order
 */
public record FoundFiles(List<FoundFile> files, List<Problem> problems) {
    public FoundFiles {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }
}
