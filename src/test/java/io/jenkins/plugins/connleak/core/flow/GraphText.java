package io.jenkins.plugins.connleak.core.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A graph as text: one line for each node, with the place in the source, what it does, and the ways on. */
final class GraphText {
    private final FlowGraph graph;
    private final String indent;
    private final StringBuilder text = new StringBuilder();

    private GraphText(FlowGraph graph, String indent) {
        this.graph = graph;
        this.indent = indent;
    }

    static String of(FlowGraph graph, String indent) {
        return new GraphText(graph, indent).write();
    }

    private String write() {
        for (Node node : graph.nodes()) {
            String next = node.next().stream().map(this::edge).collect(Collectors.joining(", "));
            String handlers = node.handlers().stream()
                    .map(handler -> String.join("|", handler.types()) + " to " + handler.target())
                    .collect(Collectors.joining(", "));
            text.append(indent)
                    .append(String.format(
                            Locale.ROOT, "%d %d:%d ", node.id(), node.position() >> 20, node.position() & 0xFFFFF))
                    .append(op(node.op()));
            if (node.line() != node.position() >> 20) {
                text.append(" of line ").append(node.line());
            }
            text.append(next.isEmpty() ? "" : " -> " + next)
                    .append(handlers.isEmpty() ? "" : " throws " + handlers)
                    .append('\n');
            if (node.op() instanceof Op.Closure closure) {
                closure.bodies().forEach(body -> text.append(of(body, indent + "    ")));
            }
        }
        for (int register = 0; register < graph.registers().size(); register++) {
            List<Integer> uses = graph.conditionUses().get(register);
            if (!uses.isEmpty()) {
                text.append(indent).append(name(register)).append(" decides ");
                text.append(uses.stream().map(this::name).collect(Collectors.joining(", ")))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String edge(Edge edge) {
        Condition condition = edge.condition();
        if (condition.test() == Condition.Test.ALWAYS) {
            return String.valueOf(edge.target());
        }
        String other = condition.other() < 0 ? "" : " " + name(condition.other());
        return edge.target() + " if " + name(condition.register()) + " " + condition.test() + other;
    }

    private String name(int register) {
        if (register < 0) {
            return "_";
        }
        Register place = graph.registers().get(register);
        String type = place.type().isEmpty() ? "" : ":" + place.type();
        return switch (place.kind()) {
            case TEMPORARY -> "t" + register + type;
            case CONDITION -> "'" + place.name() + "'";
            case FIELD -> "this." + place.name() + type;
            case CAPTURED -> "outer " + place.name() + type;
            case CAPTURED_RESOURCE -> "closed outer " + place.name() + type;
            case PARAMETER, LOCAL -> place.name() + register + type;
        };
    }

    private String names(List<Integer> registers) {
        return registers.stream().map(this::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private String op(Op op) {
        if (op instanceof Op.Nop nop) {
            return (nop.point() + " " + nop.note()).strip();
        }
        if (op instanceof Op.Copy copy) {
            return name(copy.target()) + " = " + name(copy.source());
        }
        if (op instanceof Op.Declare declare) {
            return "declare " + name(declare.target());
        }
        if (op instanceof Op.Constant constant) {
            return name(constant.target()) + " = " + constant.value();
        }
        if (op instanceof Op.Invoke invoke) {
            Callee callee = invoke.callee();
            return name(invoke.target()) + " = " + name(invoke.receiver()) + "." + callee.kind() + " " + callee.scope()
                    + "." + callee.name() + names(invoke.arguments());
        }
        if (op instanceof Op.Closure closure) {
            return name(closure.target()) + " = closure " + closure.method() + names(closure.captured());
        }
        if (op instanceof Op.Caught caught) {
            return name(caught.target()) + " = caught " + caught.types();
        }
        return memory(op);
    }

    private String memory(Op op) {
        if (op instanceof Op.Load load) {
            return name(load.target()) + " = " + name(load.base()) + load.scope() + "." + load.name();
        }
        if (op instanceof Op.Store store) {
            return name(store.base()) + "." + store.name() + " = " + name(store.source());
        }
        if (op instanceof Op.NewArray array) {
            return name(array.target()) + " = array " + names(array.elements());
        }
        if (op instanceof Op.ArrayStore store) {
            return name(store.array()) + "[] = " + name(store.source());
        }
        if (op instanceof Op.Element element) {
            return name(element.target()) + " = " + name(element.container()) + "[]";
        }
        if (op instanceof Op.Return result) {
            return "return " + name(result.source());
        }
        if (op instanceof Op.Throw thrown) {
            return "throw " + name(thrown.source()) + " " + thrown.type();
        }
        return "rethrow";
    }
}
