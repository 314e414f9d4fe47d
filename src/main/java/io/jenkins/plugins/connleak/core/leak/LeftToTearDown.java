package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a test opens from a connection in a field, and leaves open: where the method that takes the test down closes the
 * connection, that ends it right after the test; so it does where the test's own method has opened the connection and keeps it. Statements and rows are told of all the same, since a pool may keep them.
 */
final class LeftToTearDown {
    private static final Pattern TAKES_DOWN =
            Pattern.compile("(?i)(do)?tear_?down\\w*|(do)?after\\w*|clean_?up\\w*|stop\\w*");

    private final Workspace workspace;
    private final SummaryTable summaries;
    private final BodyFacts facts;

    LeftToTearDown(Workspace workspace, SummaryTable summaries, BodyFacts facts) {
        this.workspace = workspace;
        this.summaries = summaries;
        this.facts = facts;
    }

    /** Those of the results of a body that are not about something which ends with its test. */
    List<SiteResult> others(List<SiteResult> results) {
        return results.stream()
                .filter(result -> !isAsked(result)
                        || (owners(results, result.fate().owners()).noneMatch(this::isTakenDown)
                                && Collections.disjoint(result.fate().owners(), kept())))
                .toList();
    }

    /** The connections that a method of the test, or of what it extends, has opened and keeps itself. */
    private Set<Short> kept() {
        if (!workspace.isTest(facts.method().owner())) {
            return Set.of();
        }
        return facts.graph().nodes().stream()
                .filter(node -> node.op() instanceof Op.Invoke invoke
                        && invoke.callee().kind() == Callee.Kind.UNQUALIFIED
                        && facts.effects().types().visible(invoke).stream().anyMatch(MethodModel::hasBody)
                        && facts.effects().of(node).acquired().isEmpty())
                .map(facts::valueOf)
                .filter(value -> value >= ObligationState.FIRST)
                .collect(Collectors.toSet());
    }

    /** The fields that hold one of these values. */
    private Stream<String> owners(List<SiteResult> results, Set<Short> values) {
        return Stream.concat(fieldsAtFirst(values), results.stream().flatMap(owner -> fieldsOf(owner, values)));
    }

    private static boolean isAsked(SiteResult result) {
        ResourceKind kind = result.site().acquired().kind();
        return !result.leaks().isEmpty()
                && !result.fate().isReleased()
                && kind != ResourceKind.STATEMENT
                && kind != ResourceKind.RESULT_SET;
    }

    /** The fields that one of the values has been left in. */
    private static Stream<String> fieldsOf(SiteResult owner, Set<Short> values) {
        return values.contains(owner.site().value()) ? owner.fate().kept().stream() : Stream.empty();
    }

    /** The fields that hold one of the values when the body begins. */
    private Stream<String> fieldsAtFirst(Set<Short> values) {
        short[] initial = facts.initialValues();
        return IntStream.range(0, initial.length)
                .filter(register ->
                        facts.register(register).kind() == Register.Kind.FIELD && values.contains(initial[register]))
                .mapToObj(register -> facts.register(register).name());
    }

    private boolean isTakenDown(String field) {
        List<TypeModel> lineage = workspace.lineage(facts.method().owner());
        return workspace.isTest(facts.method().owner())
                && lineage.stream()
                        .flatMap(type -> type.methods().stream())
                        .anyMatch(method ->
                                TAKES_DOWN.matcher(method.signature().name()).matches()
                                        && summaries.fields(method).closed().contains(field));
    }
}
