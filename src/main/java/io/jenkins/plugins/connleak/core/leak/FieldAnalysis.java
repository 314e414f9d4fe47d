package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resources that are left open in fields: a leak if nothing in sight closes the field, or only the method that opened
 * it does and fails before. A field that is handed out by its class, or that other files can touch and do close, is
 * left alone.
 */
final class FieldAnalysis {
    private static final int MAX_PARENTS = 3;

    private final Workspace workspace;
    private final Answering answering;
    private final GivenUp givenUp;
    private final FindingFactory factory;
    private final List<MethodResult> results = new ArrayList<>();
    private final Map<String, Set<MethodModel>> closers = new HashMap<>();
    private final Map<String, Set<MethodModel>> opening = new HashMap<>();
    private final Set<String> handedOut = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Set<String>> files = new HashMap<>();
    private final Map<String, Set<String>> openedFrom = new HashMap<>();

    FieldAnalysis(Workspace workspace, Answering answering, GivenUp givenUp, FindingFactory factory) {
        this.workspace = workspace;
        this.answering = answering;
        this.givenUp = givenUp;
        this.factory = factory;
    }

    /**
     * What is found about what one body leaves in fields. It holds as long as no other body leaves something in one of
     * the same fields, and none of the files changes.
     *
     * @param findings the findings
     * @param fields the fields, and those that their content was opened from, by their qualified names
     * @param files paths of the files with classes that can mean one of these fields
     */
    record Outcome(List<Finding> findings, Set<String> fields, Set<String> files) {}

    /** Takes what a body leaves in fields. */
    void add(MethodResult result) {
        results.add(result);
        TypeModel owner = result.facts().method().owner();
        result.sites().stream().filter(site -> !site.held().isEmpty()).forEach(site -> site.fields()
                .forEach(field -> opening.computeIfAbsent(key(field, owner), key -> new HashSet<>(2))
                        .add(result.facts().method())));
        result.sites()
                .forEach(site -> site.fields().forEach(field -> site.parents().forEach(parent -> openedFrom
                        .computeIfAbsent(key(field, owner), key -> new HashSet<>(2))
                        .add(key(parent, owner)))));
    }

    /** Finds out what all bodies that can mean one of the fields do with it. */
    private void collect() throws InterruptedException {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        Set<TypeModel> owners = new LinkedHashSet<>();
        for (MethodResult result : results) {
            TypeModel owner = result.facts().method().owner();
            names(result).forEach(field -> {
                keys.computeIfAbsent(field, name -> new HashSet<>()).add(key(field, owner));
                owners.addAll(declaring(field, owner));
            });
        }
        Set<MethodModel> bodies = new LinkedHashSet<>();
        for (TypeModel type : workspace.seeing(owners)) {
            Set<String> meant = workspace.visibleFields(type);
            meant.retainAll(keys.keySet());
            Set<String> seen = meant.stream()
                    .map(field -> key(field, type))
                    .filter(key -> keys.getOrDefault(key.substring(key.indexOf('#') + 1), Set.of())
                            .contains(key))
                    .collect(Collectors.toSet());
            seen.forEach(key -> files.computeIfAbsent(key, each -> new HashSet<>(2))
                    .add(type.file().path()));
            if (!seen.isEmpty()) {
                type.methods().stream().filter(MethodModel::hasBody).forEach(bodies::add);
            }
        }
        answering.answerFields(bodies);
        bodies.forEach(this::collectClosed);
        List<MethodModel> naming =
                bodies.stream().filter(method -> names(method, keys.keySet())).toList();
        naming.forEach(this::collectHandedOut);
        List<MethodModel> showing = naming.stream().filter(this::givesField).toList();
        answering.answerHandling(showing);
        showing.stream().filter(answering::handles).forEach(this::show);
    }

    /** The names of the fields that something is left in, and of those that it was opened from. */
    private static Set<String> names(MethodResult result) {
        Set<String> names = new LinkedHashSet<>();
        result.sites().forEach(site -> {
            names.addAll(site.fields());
            names.addAll(site.parents());
        });
        return names;
    }

    /** The classes that declare a field as seen from a class: that class where none in sight does, and all of the same name. */
    private List<TypeModel> declaring(String field, TypeModel context) {
        TypeModel owner =
                workspace.field(field, context).map(Workspace.TypedField::owner).orElse(context);
        return workspace.resolution().namesakes(owner);
    }

    /** Whether a body may name one of these fields, told without lowering it. */
    private static boolean names(MethodModel method, Set<String> fields) {
        return method.body()
                .filter(body -> !Collections.disjoint(body.words(), fields))
                .isPresent();
    }

    private void collectClosed(MethodModel method) {
        answering.fields(method).closed().forEach(field -> closers.computeIfAbsent(
                        key(field, method.owner()), key -> new HashSet<>(2))
                .add(method));
    }

    private void collectHandedOut(MethodModel method) {
        method.graph().ifPresent(graph -> graph.nodes().forEach(node -> handOut(node, graph, method)));
    }

    private void handOut(Node node, FlowGraph graph, MethodModel method) {
        if (node.op() instanceof Op.Return returned && isField(graph, returned.source())) {
            handedOut.add(key(graph.registers().get(returned.source()).name(), method.owner()));
        }
    }

    /** Whether a body gives the value of a field to a call. */
    private boolean givesField(MethodModel method) {
        return method.graph()
                .filter(graph -> graph.nodes().stream()
                        .anyMatch(node -> given(node, graph).findAny().isPresent()))
                .isPresent();
    }

    private void show(MethodModel method) {
        method.graph().ifPresent(graph -> graph.nodes().stream()
                .flatMap(node -> given(node, graph))
                .forEach(field -> shown.add(key(field, method.owner()))));
    }

    /** The fields whose values a call is given. */
    private static Stream<String> given(Node node, FlowGraph graph) {
        return node.op() instanceof Op.Invoke invoke
                ? invoke.arguments().stream()
                        .filter(argument -> isField(graph, argument))
                        .map(argument -> graph.registers().get(argument).name())
                : Stream.empty();
    }

    private static boolean isField(FlowGraph graph, int register) {
        return register >= 0 && graph.registers().get(register).kind() == Register.Kind.FIELD;
    }

    /** The same for every mention of the same field. */
    private String key(String field, TypeModel context) {
        return workspace
                .field(field, context)
                .map(found -> found.owner().qualifiedName() + "#" + field)
                .orElse(context.qualifiedName() + "#" + field);
    }

    /** What is found, by the bodies that leave something. */
    Map<MethodModel, Outcome> outcomes() throws InterruptedException {
        collect();
        Map<MethodModel, Outcome> outcomes = new LinkedHashMap<>();
        for (MethodResult result : results) {
            MethodModel method = result.facts().method();
            List<Finding> findings = new ArrayList<>();
            result.sites().forEach(site -> finding(result.facts(), site, findings));
            Set<String> fields = names(result).stream()
                    .map(field -> key(field, method.owner()))
                    .collect(Collectors.toSet());
            Set<String> seeing = fields.stream()
                    .flatMap(field -> files.getOrDefault(field, Set.of()).stream())
                    .collect(Collectors.toSet());
            outcomes.put(method, new Outcome(findings, fields, seeing));
        }
        return outcomes;
    }

    /** Whether a class, or one around it, has a body that could not be analysed: it may be the one that closes. */
    private boolean hidesBodies(TypeModel owner) {
        for (@Nullable TypeModel type = owner; type != null; type = type.outer()) {
            for (MethodModel method : type.methods()) {
                if (method.is(MethodModel.Trait.UNSEEN) || givenUp.contains(method)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void finding(BodyFacts facts, SiteResult site, List<Finding> findings) {
        TypeModel owner = facts.method().owner();
        if (!site.fields().isEmpty() && hidesBodies(owner)) {
            return;
        }
        if (workspace.spec(site.site().acquired().type()).isEmpty()) {
            // an object of a house class that lives as long as its holder is the rule, not a leak
            return;
        }
        boolean closedByAnotherName = site.fields().stream().anyMatch(field -> closers.containsKey(key(field, owner)));
        List<String> surestFirst = site.fields().stream()
                .sorted(Comparator.comparing((String field) -> certainty(site, field, owner))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String field : surestFirst) {
            boolean parentClosed = site.parents().stream().anyMatch(parent -> isClosed(key(parent, owner), 0));
            String key = key(field, owner);
            if (handedOut.contains(key) || parentClosed) {
                continue;
            }
            if (!closers.containsKey(key) && closedByAnotherName) {
                continue;
            }
            if (!closers.containsKey(key)) {
                findings.add(factory.fieldFinding(facts, site, field, certainty(site, field, owner)));
                return;
            }
            if (!site.held().isEmpty() && isClosedByOpenersOnly(key)) {
                findings.add(factory.heldFinding(facts, site, certainty(site, field, owner)));
                return;
            }
        }
    }

    /** Whether each method that closes a field closes what it has opened for itself: none cleans up after another. */
    private boolean isClosedByOpenersOnly(String field) {
        return opening.getOrDefault(field, Set.of()).containsAll(closers.getOrDefault(field, Set.of()));
    }

    /** Whether something closes a field, or the one that what it holds was opened from. */
    private boolean isClosed(String field, int depth) {
        return closers.containsKey(field)
                || (depth < MAX_PARENTS
                        && openedFrom.getOrDefault(field, Set.of()).stream()
                                .anyMatch(parent -> isClosed(parent, depth + 1)));
    }

    private Certainty certainty(SiteResult site, String field, TypeModel owner) {
        boolean hidden = workspace
                .field(field, owner)
                .map(found -> found.field().isPrivate() && !found.field().isStatic())
                .orElse(false);
        boolean sure = hidden
                && !shown.contains(key(field, owner))
                && site.site().acquired().certainty() == Certainty.DEFINITE;
        return sure ? Certainty.DEFINITE : Certainty.POSSIBLE;
    }
}
