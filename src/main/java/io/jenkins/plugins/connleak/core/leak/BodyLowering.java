package io.jenkins.plugins.connleak.core.leak;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import io.jenkins.plugins.connleak.core.flow.EnclosingScope;
import io.jenkins.plugins.connleak.core.flow.FlowGraph;
import io.jenkins.plugins.connleak.core.flow.FlowGraphs;
import io.jenkins.plugins.connleak.core.flow.FlowLimitException;
import io.jenkins.plugins.connleak.core.flow.Formal;
import io.jenkins.plugins.connleak.core.flow.InnerTypes;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.leak.MethodModel.Trait;
import io.jenkins.plugins.connleak.core.model.Problem;
import io.jenkins.plugins.connleak.core.source.UnreadBody;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the bodies of one file's methods: at once, or, for those that the parser has skipped, when they are asked for. A
 * body that is given up at once is reported with the file.
 */
final class BodyLowering {
    /** Assertions that what they are given fails. */
    private static final Set<String> EXPECTS_FAILURE = Set.of(
            "assertThrows",
            "assertThrowsExactly",
            "assertThatThrownBy",
            "catchThrowable",
            "catchThrowableOfType",
            "expectThrows",
            "isThrownBy");

    private final FileHeader header;
    private final FieldNames fieldNames;
    private final List<Problem> problems;
    private final Set<FlowGraph> methodBodies = Collections.newSetFromMap(new IdentityHashMap<>());

    BodyLowering(FileHeader header, FieldNames fieldNames, List<Problem> problems) {
        this.header = header;
        this.fieldNames = fieldNames;
        this.problems = problems;
    }

    /**
     * What is declared.
     *
     * @param owner the class
     * @param signature the signature
     * @param traits more of it; is changed
     * @param place the declaration
     */
    record Head(TypeModel owner, Signature signature, Set<Trait> traits, Node place) {}

    /**
     * A body in braces.
     *
     * @param parameters the parameters
     * @param block the body
     * @param scope the enclosing body's variables, if it stands inside of one
     * @param inner is told of the types inside
     */
    record Body(
            List<Parameter> parameters,
            BlockStmt block,
            @Nullable EnclosingScope scope,
            InnerTypes inner) {}

    /**
     * A field that is assigned where it is declared.
     *
     * @param field the field
     * @param scope the enclosing body's variables, if its class stands inside of one
     * @param inner is told of the types inside
     */
    record Initializer(VariableDeclarator field, @Nullable EnclosingScope scope, InnerTypes inner) {}

    /** Adds a body to its class, and its graph to the others if it is made at once. */
    void add(Head head, Body body, List<FlowGraph> graphs) {
        List<Formal> formals = Formal.of(body.parameters());
        Optional<UnreadBody> unread = UnreadBody.of(body.block());
        if (unread.isPresent()) {
            head.owner().methods().add(unread(head, formals, unread.get()));
        } else {
            begin(body.scope());
            add(
                    head,
                    () -> FlowGraphs.ofBody(formals, body.block(), body.scope(), body.inner(), fieldNames::contains),
                    graphs);
        }
    }

    /** Adds a field's initializer to its class, and its graph to the others. */
    void add(Head head, Initializer initializer, List<FlowGraph> graphs) {
        begin(initializer.scope());
        add(
                head,
                () -> FlowGraphs.ofField(
                        initializer.field(), initializer.scope(), initializer.inner(), fieldNames::contains),
                graphs);
    }

    private void begin(@Nullable EnclosingScope scope) {
        if (scope == null) {
            fieldNames.beginBody();
        }
    }

    /** Holds nothing of the syntax tree. */
    private MethodModel unread(Head head, List<Formal> formals, UnreadBody unread) {
        FieldNames names = fieldNames;
        MethodBody body = MethodBody.later(
                unread, () -> FlowGraphs.ofBody(formals, unread.read(), null, NoTypes.INSTANCE, names::isOfMember));
        return new MethodModel(head.owner(), head.signature(), head.traits(), Optional.of(body));
    }

    private void add(Head head, Supplier<FlowGraph> lowering, List<FlowGraph> graphs) {
        Optional<FlowGraph> graph = Optional.empty();
        try {
            graph = Optional.of(lowering.get());
            graphs.add(graph.get());
            methodBodies.add(graph.get());
        } catch (FlowLimitException e) {
            head.traits().add(Trait.UNSEEN);
            int line = head.place().getBegin().map(begin -> begin.line).orElse(0);
            problems.add(new Problem(
                    Problem.Kind.LIMIT,
                    header.path(),
                    line,
                    "Method " + head.signature().display() + " was not analysed: " + e.getMessage() + ". Split it."));
        }
        MethodModel method = new MethodModel(head.owner(), head.signature(), head.traits(), graph.map(MethodBody::of));
        head.owner().methods().add(method);
        graph.ifPresent(known -> lambdas(method, known));
    }

    /** Lambdas are bodies of their own, under the name of the method they stand in. */
    private void lambdas(MethodModel method, FlowGraph graph) {
        graph.nodes().forEach(node -> {
            if (node.op() instanceof Op.Closure closure) {
                closure.bodies().forEach(inner -> {
                    if (!methodBodies.contains(inner) && !isToFail(closure, inner, graph)) {
                        Signature signature = new Signature(
                                "<lambda>",
                                List.of(),
                                "",
                                List.of(),
                                method.signature().display());
                        MethodModel model = new MethodModel(
                                method.owner(), signature, EnumSet.of(Trait.LAMBDA), Optional.of(MethodBody.of(inner)));
                        method.owner().methods().add(model);
                        lambdas(model, inner);
                    }
                });
            }
        });
    }

    /** Whether an assertion is given a lambda to see it fail that makes one call: that opens nothing then. */
    private static boolean isToFail(Op.Closure closure, FlowGraph lambda, FlowGraph around) {
        return lambda.nodes().stream()
                                .filter(node -> node.op() instanceof Op.Invoke)
                                .count()
                        < 2
                && around.nodes().stream()
                        .anyMatch(node -> node.op() instanceof Op.Invoke invoke
                                && EXPECTS_FAILURE.contains(invoke.callee().name())
                                && invoke.arguments().contains(closure.target()));
    }

    /** A body with types inside is not skipped: which types a file has must not depend on what is asked. */
    private enum NoTypes implements InnerTypes {
        INSTANCE;

        @Override
        public List<FlowGraph> anonymous(String superType, NodeList<BodyDeclaration<?>> members, EnclosingScope scope) {
            throw new IllegalStateException("an anonymous class in a body that was skipped");
        }

        @Override
        public void local(TypeDeclaration<?> type, EnclosingScope scope) {
            throw new IllegalStateException("a local class in a body that was skipped");
        }
    }
}
