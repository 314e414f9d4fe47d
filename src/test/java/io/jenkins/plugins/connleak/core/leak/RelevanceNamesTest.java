package io.jenkins.plugins.connleak.core.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.FieldEffects;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.Opened;
import io.jenkins.plugins.connleak.core.leak.MethodSummary.ResultEffect;
import io.jenkins.plugins.connleak.core.model.Certainty;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.source.SourceFile;
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

    private Workspace workspace = new Workspace(Analyses.CATALOG, List.of());

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void m(Unseen u) { u.getStatement(); }",
                "void m(Unseen u) { u.getGeneratedKeys(); }",
                "void m() { new org.h2.jdbc.JdbcConnection(); }",
                "void m() { new Kept(); }",
            })
    void knowsFromTheCatalogWhatOpens(String member) {
        Relevance relevance = relevance(member, false);

        assertThat(calls(model("m"))).allMatch(relevance::mayOpen);
    }

    @Test
    void learnsFromFilesThatHaveChanged() {
        Relevance before = relevance("void m(Unseen u) { u.fetch(); u.pick(); use(u.slot); new Thing(); }", false);
        assertThat(before.of(List.of(model("m")))).isEmpty();
        LoweredFile more = lowered("B.java", """
                package a;
                class B<T> {
                    java.sql.Connection slot;
                    java.sql.Connection fetch() { return null; }
                    T pick() { return null; }
                    int count() { return 0; }
                }
                class Thing implements java.sql.Statement { }
                """);

        workspace = new Workspace(Analyses.CATALOG, List.of(workspace.files().get(0), more));
        Relevance after = new Relevance(workspace, before.known(), List.of(more));

        assertThat(after.known().openers()).contains("fetch").doesNotContain("pick", "count");
        assertThat(after.known().generic()).containsExactlyInAnyOrder("choose", "pick");
        assertThat(after.known().fields()).containsExactlyInAnyOrder("held", "slot");
        assertThat(after.known().house()).containsExactlyInAnyOrder("Kept", "Thing");
        assertThat(after.of(List.of(model("m")))).containsExactly(model("m"));
    }

    @Test
    void tellsWhatMayHandOutSomethingThatWasThere() {
        Relevance relevance =
                relevance("void m(Unseen u) { u.get(); u.next(); u.findCursor(); u.size(); u.hashCode(); }", false);

        assertThat(calls(model("m")).stream().filter(relevance::mayHandOut).map(call -> call.callee()
                        .name()))
                .containsExactly("get", "next", "findCursor");
        Relevance generic = relevance("void m(Box<A> b) { b.choose(); b.size(); }", false);
        assertThat(calls(model("m")).stream().filter(generic::mayHandOut).map(call -> call.callee()
                        .name()))
                .containsExactly("choose");
    }

    @Test
    void tellsWhichTypesMentionAResource() {
        Relevance relevance = relevance("<C extends java.sql.Connection> void m(C c) { }", false);
        TypeModel context = model("m").owner();

        for (String type : List.of("Connection", "List<ResultSet>", "Map<String, java.sql.Statement[]>", "Kept")) {
            assertThat(relevance.mentionsResource(type)).as(type).isTrue();
            assertThat(relevance.mentionsResource(type, context)).as(type).isTrue();
        }
        for (String type : List.of("", "String", "List<String>", "Thing", "int")) {
            assertThat(relevance.mentionsResource(type)).as(type).isFalse();
            assertThat(relevance.mentionsResource(type, context)).as(type).isFalse();
        }
        assertThat(relevance.mentionsResource("C")).isFalse();
        assertThat(relevance.mentionsResource("C", context)).isTrue();
    }

    @Test
    void takesClassesThatFillInOrExtendOneOfAResourceForResources() {
        Relevance relevance = relevance("void m() { }", false);
        LoweredFile more = lowered("B.java", """
                package a;
                class Last extends Middle { }
                class Middle extends Holder<java.sql.Connection> { }
                class Holder<T> { }
                class Named extends Holder<String> { }
                class Source implements javax.sql.DataSource { }
                class Bound<C extends java.sql.Connection> extends Holder<C> { }
                """);

        assertThat(new Relevance(workspace, relevance.known(), List.of(more))
                        .known()
                        .house())
                .containsExactlyInAnyOrder("Kept", "Middle", "Last", "Bound");
    }

    @Test
    void leavesAFieldOpenByAMethodOfTheOwnObjectAlone() {
        Relevance relevance =
                relevance("void m(Unseen u) { arrange(); super.arrange(); u.arrange(); this.other(); }", false);
        relevance.learn(model("arrange"), new FieldEffects(Set.of(), Map.of("held", CONNECTION), Set.of()));

        assertThat(calls(model("m")))
                .filteredOn(relevance::mayLeaveOpen)
                .extracting(call -> call.callee().kind())
                .containsExactly(Callee.Kind.UNQUALIFIED, Callee.Kind.SUPER);
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
                class Box<T> { T choose() { return null; } int size() { return 0; } }
                """.formatted(member);
        workspace = new Workspace(Analyses.CATALOG, List.of(lowered("A.java", text)));
        if (!late) {
            workspace.bodies().forEach(MethodModel::graph);
        }
        return new Relevance(workspace);
    }

    private static LoweredFile lowered(String path, String text) {
        LeakAnalysis analysis = new LeakAnalysis(Analyses.CATALOG);
        return analysis.lower(
                analysis.parser().parse(new SourceFile(path, text)).file().orElseThrow());
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
