package io.jenkins.plugins.connleak.packaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which files may be in which jar, and what the manifests say. */
final class ContentRules {
    private static final String OWN = "io/jenkins/plugins/connleak/";
    private static final int JAVA_17 = 61;
    private static final List<String> JENKINS = List.of(
            "hudson/", "jenkins/", "org/kohsuke/stapler/", "org/jenkinsci/", "com/cloudbees/", "io/jenkins/plugins/");

    private ContentRules() {}

    /** A sentence per attribute that is not as expected; empty if there is none. */
    static List<String> manifestFaults(String what, JarFiles jar, Map<String, String> expected) throws IOException {
        Map<String, String> actual = jar.manifest();
        List<String> faults = new ArrayList<>();
        new TreeMap<>(expected).forEach((name, value) -> {
            if (!value.equals(actual.get(name))) {
                faults.add(what + ": " + name + " is " + actual.get(name) + " and should be " + value);
            }
        });
        return List.copyOf(faults);
    }

    /** A sentence per class of the plugin's own jar that is not the plugin's. */
    static List<String> pluginFaults(JarFiles jar) {
        return each(
                jar.named(".class"),
                name -> !name.startsWith(OWN) || name.startsWith(OWN + "cli/"),
                "is foreign to the plugin");
    }

    /** A sentence per class of Jenkins, or made for it, in another jar than the plugin's own. */
    static List<String> declarationFaults(JarFiles jar) {
        return each(
                jar.named(".class"),
                name -> JENKINS.stream().anyMatch(name::startsWith)
                        && (!name.startsWith(OWN) || name.startsWith(OWN + "plugin/")),
                "belongs to Jenkins");
    }

    /** A sentence per class that Java 17 can't load. */
    static List<String> levelFaults(JarFiles jar) {
        return each(
                jar.classNames(), name -> ClassFacts.level(jar.bytes(name)) > JAVA_17, "needs a newer Java than 17");
    }

    /** A sentence per signature file: a merged jar matches none. */
    static List<String> signatureFaults(JarFiles jar) {
        return each(
                List.copyOf(jar.files().keySet()),
                name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"),
                "is a signature");
    }

    private static List<String> each(List<String> names, Predicate<String> isWrong, String fault) {
        return names.stream().filter(isWrong).map(name -> name + " " + fault).toList();
    }
}
