package io.jenkins.plugins.connleak.core.flow;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Graphs of texts, and texts of graphs. */
final class Graphs {
    private Graphs() {}

    /** The graph of a method's body with these parameters, as {@code "Connection c, int n"}. */
    static FlowGraph of(String parameters, String body) {
        MethodDeclaration method =
                (MethodDeclaration) type("class A {\nvoid m(" + parameters + ") {\n" + body + "\n}\n}")
                        .getMember(0);
        return graph(method, method.getBody().orElseThrow(), Set.of(), new ArrayList<>());
    }

    /** The graphs of all members of the first class of a file, as text. */
    static String text(String file) {
        TypeDeclaration<?> type = type(file);
        Set<String> fields = type.getFields().stream()
                .flatMap(field -> field.getVariables().stream())
                .map(variable -> variable.getNameAsString())
                .collect(Collectors.toSet());
        StringBuilder text = new StringBuilder();
        for (BodyDeclaration<?> member : type.getMembers()) {
            List<String> inner = new ArrayList<>();
            if (member instanceof MethodDeclaration method) {
                FlowGraph graph = graph(method, method.getBody().orElseThrow(), fields, inner);
                text.append(method.getNameAsString()).append('\n').append(GraphText.of(graph, "  "));
            } else if (member instanceof ConstructorDeclaration constructor) {
                FlowGraph graph = graph(constructor, constructor.getBody(), fields, inner);
                text.append("constructor\n").append(GraphText.of(graph, "  "));
            } else if (member instanceof FieldDeclaration field) {
                FlowGraph graph =
                        FlowGraphs.ofField(field.getVariable(0), null, types(fields, inner), fields::contains);
                text.append("field ")
                        .append(field.getVariable(0).getNameAsString())
                        .append('\n');
                text.append(GraphText.of(graph, "  "));
            }
            inner.forEach(text::append);
        }
        return text.toString();
    }

    private static FlowGraph graph(
            CallableDeclaration<?> method, BlockStmt body, Set<String> fields, List<String> inner) {
        return FlowGraphs.ofBody(Formal.of(method.getParameters()), body, null, types(fields, inner), fields::contains);
    }

    private static InnerTypes types(Set<String> fields, List<String> inner) {
        return new InnerTypes() {
            @Override
            public List<FlowGraph> anonymous(
                    String superType, NodeList<BodyDeclaration<?>> members, EnclosingScope scope) {
                return members.stream()
                        .map(BodyDeclaration::asMethodDeclaration)
                        .map(method -> FlowGraphs.ofBody(
                                Formal.of(method.getParameters()),
                                method.getBody().orElseThrow(),
                                scope,
                                this,
                                fields::contains))
                        .toList();
            }

            @Override
            public void local(TypeDeclaration<?> type, EnclosingScope scope) {
                inner.add("  local " + type.getNameAsString() + '\n');
            }
        };
    }

    private static TypeDeclaration<?> type(String file) {
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_21);
        return new JavaParser(configuration)
                .parse(file)
                .getResult()
                .orElseThrow()
                .getType(0);
    }
}
