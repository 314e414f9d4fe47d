package io.jenkins.plugins.connleak.packaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * What forms and scripts set, against its pages: each property of a step, recorder or other describable can be read back, has
 * help, and is on the form; each field of a form is a property.
 */
final class DescribableRules {
    private static final Set<String> FORMS = Set.of("config.jelly", "global.jelly");
    private static final Set<String> STEPS = Set.of(
            "org/jenkinsci/plugins/workflow/steps/Step",
            "hudson/tasks/Recorder",
            "hudson/tasks/Builder",
            "hudson/tasks/Notifier");

    private final JarFiles jar;
    private final Map<String, ClassFacts> classes = new TreeMap<>();

    private DescribableRules(JarFiles jar) {
        this.jar = jar;
        jar.classNames().forEach(name -> {
            ClassFacts facts = ClassFacts.of(jar.bytes(name));
            classes.put(facts.node().name, facts);
        });
    }

    /** A sentence per fault; empty if there is none. */
    static List<String> faults(JarFiles jar) {
        DescribableRules rules = new DescribableRules(jar);
        return rules.classes.values().stream().flatMap(rules::faultsOf).sorted().toList();
    }

    private Stream<String> faultsOf(ClassFacts type) {
        List<ClassFacts> family = family(type);
        List<String> faults = new ArrayList<>();
        Set<String> readable = union(family.stream().map(ClassFacts::readableProperties));
        Set<String> bound = type.isBound() ? union(family.stream().map(ClassFacts::boundProperties)) : Set.of();
        if (type.isBound() && !type.isAbstract()) {
            bound.stream()
                    .filter(property -> !readable.contains(property))
                    .forEach(property -> faults.add(type.name() + "." + property + ": has no public getter"));
            bound.stream()
                    .filter(property -> !hasHelp(type, family, "help-" + property + ".html"))
                    .forEach(property -> faults.add(type.name() + "." + property + ": has no help file"));
            if (isStep(family) && !hasHelp(type, family, "help.html")) {
                faults.add(type.name() + ": has no help.html");
            }
            if (isStep(family) && !hasFile(family, "config.jelly")) {
                faults.add(type.name() + ": has no config.jelly");
            }
        }
        for (String form : FORMS) {
            String page = type.viewFolder() + "/" + form;
            if (jar.has(page)) {
                formFaults(type, page, readable, bound, family).forEach(faults::add);
            }
        }
        return faults.stream();
    }

    private Stream<String> formFaults(
            ClassFacts type, String page, Set<String> readable, Set<String> bound, List<ClassFacts> family) {
        Set<String> writable = union(family.stream().map(ClassFacts::writableProperties));
        Set<String> shown = fieldsOf(page, new TreeSet<>());
        return Stream.of(
                        shown.stream()
                                .filter(field -> !readable.contains(field))
                                .map(field -> page + ": field " + field + " has no getter in " + type.name()),
                        shown.stream()
                                .filter(field -> !writable.contains(field))
                                .map(field -> page + ": field " + field + " can't be set in " + type.name()),
                        shown.stream()
                                .filter(field -> !hasHelp(type, family, "help-" + field + ".html"))
                                .filter(field -> !bound.contains(field))
                                .map(field -> page + ": field " + field + " has no help file"),
                        bound.stream()
                                .filter(property -> !shown.contains(property))
                                .map(property -> page + ": does not show the property " + property))
                .flatMap(faults -> faults);
    }

    /** Fields of a form and of the pages that it includes from the same jar. */
    private Set<String> fieldsOf(String page, Set<String> seen) {
        Set<String> fields = new TreeSet<>();
        if (!seen.add(page) || !jar.has(page)) {
            return fields;
        }
        try {
            for (Element element : JellyRules.elements(JellyRules.parse(jar.bytes(page)))) {
                if (element.hasAttribute("field")
                        && element.getAttribute("field").matches("\\w+")) {
                    fields.add(element.getAttribute("field"));
                }
                if (element.getLocalName().equals("include") && element.hasAttribute("page")) {
                    fields.addAll(fieldsOf(included(page, element), seen));
                }
            }
        } catch (SAXException e) {
            // JellyRules says so, with the page's name
            return fields;
        }
        return fields;
    }

    private static String included(String page, Element element) {
        String target = element.getAttribute("page");
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String folder = element.hasAttribute("class")
                ? element.getAttribute("class").replace('.', '/').replace('$', '/')
                : page.substring(0, page.lastIndexOf('/'));
        return folder + "/" + target;
    }

    private boolean hasFile(List<ClassFacts> family, String file) {
        return family.stream().anyMatch(type -> jar.has(type.viewFolder() + "/" + file));
    }

    /** Whether there is that help in the type's folder; or, if its descriptor says where help is, in one whose form it includes. */
    private boolean hasHelp(ClassFacts type, List<ClassFacts> family, String file) {
        return hasFile(family, file)
                || (pointsToHelp(type)
                        && includedFolders(type.viewFolder() + "/config.jelly")
                                .anyMatch(folder -> jar.has(folder + "/" + file)));
    }

    private boolean pointsToHelp(ClassFacts type) {
        return classes.values().stream()
                .filter(each -> each.node().name.startsWith(type.node().name + "$"))
                .flatMap(each -> each.node().methods.stream())
                .anyMatch(method -> method.name.equals("getHelpFile")
                        && method.desc.equals("(Ljava/lang/String;)Ljava/lang/String;"));
    }

    private Stream<String> includedFolders(String page) {
        if (!jar.has(page)) {
            return Stream.of();
        }
        try {
            return JellyRules.elements(JellyRules.parse(jar.bytes(page))).stream()
                    .filter(element -> element.getLocalName().equals("include") && element.hasAttribute("page"))
                    .map(element -> included(page, element))
                    .map(target -> target.substring(0, Math.max(0, target.lastIndexOf('/'))));
        } catch (SAXException e) {
            // JellyRules says so, with the page's name
            return Stream.of();
        }
    }

    private static boolean isStep(List<ClassFacts> family) {
        return STEPS.contains(family.get(family.size() - 1).superName());
    }

    /** The class and its ancestors as far as they are in the jar. */
    private List<ClassFacts> family(ClassFacts type) {
        List<ClassFacts> family = new ArrayList<>();
        for (ClassFacts at = type; at != null; at = classes.get(String.valueOf(at.superName()))) {
            family.add(at);
        }
        return family;
    }

    private static Set<String> union(Stream<Set<String>> sets) {
        return sets.flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
