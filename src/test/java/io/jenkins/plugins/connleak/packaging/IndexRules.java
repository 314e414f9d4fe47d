package io.jenkins.plugins.connleak.packaging;

import hudson.Extension;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;

/** The files by which Jenkins finds extensions and symbols, against the annotations in the classes. */
final class IndexRules {
    private static final String SYMBOLS = "META-INF/services/annotations/org.jenkinsci.Symbol";
    private static final String SYMBOL = "Lorg/jenkinsci/Symbol;";
    private static final String EXTENSION = "Lhudson/Extension;";

    private IndexRules() {}

    /** A sentence per difference between the symbols' index and the classes; empty if there is none. */
    static List<String> symbolFaults(JarFiles jar) {
        List<String> listed = jar.has(SYMBOLS) ? jar.text(SYMBOLS).lines().toList() : List.of();
        List<String> faults =
                new ArrayList<>(differences("symbol", listed, annotated(jar, c -> c.hasAnnotation(SYMBOL))));
        if (!listed.stream().sorted().distinct().toList().equals(listed)) {
            faults.add("the symbol index is not sorted, or has a line twice");
        }
        return List.copyOf(faults);
    }

    /** A sentence per difference between the extensions' index, read as Jenkins does, and the classes. */
    static List<String> extensionFaults(JarFiles jar, Path jarFile) throws IOException {
        return differences(
                "extension", indexedExtensions(jarFile), annotated(jar, c -> c.hasAnnotationAnywhere(EXTENSION)));
    }

    private static Set<String> annotated(JarFiles jar, Predicate<ClassFacts> hasIt) {
        Set<String> names = new TreeSet<>();
        jar.classNames().stream()
                .map(name -> ClassFacts.of(jar.bytes(name)))
                .filter(hasIt)
                .forEach(found -> names.add(found.name()));
        return names;
    }

    private static List<String> indexedExtensions(Path jarFile) throws IOException {
        List<String> names = new ArrayList<>();
        try (URLClassLoader jar = new URLClassLoader(new URL[] {jarFile.toUri().toURL()}, null)) {
            for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, new OnlyIn(jar))) {
                names.add(item.className());
            }
        }
        return names.stream().distinct().sorted().toList();
    }

    private static List<String> differences(String what, List<String> listed, Set<String> annotated) {
        List<String> faults = new ArrayList<>();
        annotated.stream()
                .filter(name -> !listed.contains(name))
                .forEach(name -> faults.add(what + " index: " + name + " is missing"));
        listed.stream()
                .filter(name -> !annotated.contains(name))
                .forEach(name -> faults.add(what + " index: " + name + " is listed and is none"));
        return List.copyOf(faults);
    }

    /** Takes classes from the test and resources from the jar alone: the folder of classes has an index too. */
    private static final class OnlyIn extends ClassLoader {
        private final URLClassLoader jar;

        OnlyIn(URLClassLoader jar) {
            super(IndexRules.class.getClassLoader());
            this.jar = jar;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return jar.findResources(name);
        }
    }
}
