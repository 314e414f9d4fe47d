package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.source.SourceFile;
import io.jenkins.plugins.connleak.core.spec.ResourceCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What names say of bodies, lowered or not; that what they say loses nothing is another test's. */
class RelevanceNamesTest {
    private static final Opened CONNECTION =
            new Opened("java.sql.Connection", ResourceKind.CONNECTION, Certainty.DEFINITE, -1, true);

    private Workspace workspace = new Workspace(ResourceCatalog.builtIn(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m(Unseen u) { u.getConnection(); }",
                "void m(Unseen u) { u.openMyCursor(); }",
                "void m() { new java.io.FileInputStream(name()); java.sql.Connection c = null; }",
                "void m(java.sql.Connection c) { use(c); }",
                "void m() { use(held); }",
                "void m(Unseen u) { use(u.held); }",
                "java.sql.Connection m() { return give(); }",
                "void m(Unseen u) { u.unwrap(A.class); }",
                "void m(Object o) { Kept kept = (Kept) o; use(kept); }",
                "<C extends java.sql.Connection> void m(C c) { use(c); }"
            })
    void saysOfABodyThatItMatters(String member) {
        for (boolean late : List.of(true, false)) {
            Relevance relevance = relevance(member, late);
            assertThat(relevance.mayMatter(model("m"), new Relevance.ByWords())).isTrue();
            assertThat(relevance.of(List.of(model("m")))).containsExactly(model("m"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m(Unseen u) { u.getName(); }",
                "void m() { int held = 3; }",
                "int m(java.util.List<String> names) { return names.size(); }",
                "void m() { }"
            })
    void saysOfABodyThatItDoesNot(String member) {
        Relevance late = relevance(member, true);
        assertThat(late.of(List.of(model("m")))).isEmpty();
        Relevance early = relevance(member, false);
        assertThat(early.of(List.of(model("m")))).isEmpty();
    }

    @Test
    void readsNoBodyWhoseWordsSayNothing() {
        Relevance relevance = relevance("void m(Unseen u) { u.getName(); u.setName(\"x\"); }", true);

        assertThat(relevance.mayMatter(model("m"), new Relevance.ByWords())).isFalse();
        assertThat(relevance.of(List.of(model("m")))).isEmpty();
        assertThat(model("m").body().orElseThrow().isLowered()).isFalse();
    }

    @Test
    void doesNotMatterWithoutACall() {
        Relevance relevance = relevance("java.sql.Connection m(java.sql.Connection c) { return c; }", false);

        assertThat(relevance.of(List.of(model("m")))).isEmpty();
    }

    @Test
    void learnsWhatOpens() {
        Relevance relevance = relevance("void m() { bring(); arrange(); new Unknown(); }", false);
        MethodModel method = model("m");
        List<Op.Invoke> calls = calls(method);
        assertThat(relevance.of(List.of(method))).isEmpty();
        assertThat(calls).noneMatch(relevance::mayOpen).noneMatch(relevance::mayLeaveOpen);

        MethodModel bring = model("bring");
        assertThat(relevance.learn(bring, ResultEffect.LENT)).isFalse();
        assertThat(relevance.learn(bring, new ResultEffect(false, Optional.of(CONNECTION))))
                .isTrue();
        assertThat(relevance.learn(bring, new ResultEffect(false, Optional.of(CONNECTION))))
                .isFalse();
        assertThat(calls).filteredOn(relevance::mayOpen).hasSize(1);
        assertThat(relevance.of(List.of(method))).containsExactly(method);

        FieldEffects opens = new FieldEffects(Set.of(), Map.of("held", CONNECTION), Set.of());
        assertThat(relevance.learn(model("arrange"), FieldEffects.NONE)).isFalse();
        assertThat(relevance.learn(model("arrange"), opens)).isTrue();
        assertThat(calls).filteredOn(relevance::mayLeaveOpen).hasSize(1);
        assertThat(relevance.learn(model("<init>"), opens)).isTrue();
        assertThat(relevance.learn(model("<init>"), opens)).isFalse();
        assertThat(calls).filteredOn(relevance::mayOpen).hasSize(1);
    }

    @Test
    void knowsAgainWhatItKnewBefore() {
        Relevance first = relevance("<T> T m(T t) { return t; } void o(Unseen u) { u.bring(); }", false);
        first.learn(model("bring"), new ResultEffect(false, Optional.of(CONNECTION)));

        Relevance again = new Relevance(workspace, first.known(), List.of());

        assertThat(again.known()).isEqualTo(first.known());
        assertThat(first.known().openers()).contains("bring", "getConnection", "unwrap");
        assertThat(first.known().fields()).containsExactly("held");
        assertThat(first.known().house()).contains("Kept");
        assertThat(again.of(List.of(model("o")))).containsExactly(model("o"));
    }

    private Relevance relevance(String member, boolean late) {
        String text = """
                package a;
                class A {
                    java.sql.Connection held;
                    int size;
                    %s
                }
                class Kept implements java.sql.Connection { Kept() { } void bring() { } void arrange() { } }
                """.formatted(member);
        LeakAnalysis analysis = new LeakAnalysis(ResourceCatalog.builtIn());
        LoweredFile file = analysis.lower(
                analysis.parser().parse(new SourceFile("A.java", text)).file().orElseThrow());
        workspace = new Workspace(ResourceCatalog.builtIn(), List.of(file));
        if (!late) {
            workspace.bodies().forEach(MethodModel::graph);
        }
        return new Relevance(workspace);
    }

    private MethodModel model(String name) {
        return workspace.files().stream()
                .flatMap(file -> file.types().stream())
                .flatMap(type -> type.methods().stream())
                .filter(method -> method.signature().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Op.Invoke> calls(MethodModel method) {
        return method.graph().orElseThrow().nodes().stream()
                .filter(node -> node.op() instanceof Op.Invoke)
                .map(node -> (Op.Invoke) node.op())
                .toList();
    }
}
