package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Callee;
import io.jenkins.plugins.connleak.core.flow.Condition;
import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a path from the acquisition to the way out, step by step. */
final class PathStory {
    /** Longer paths lose their middle. */
    private static final int MAX_STEPS = 40;

    private final BodyFacts facts;
    private final BodyFacts.Site site;
    private final String file;
    private final String what;

    PathStory(BodyFacts facts, BodyFacts.Site site, String variable) {
        this.facts = facts;
        this.site = site;
        this.file = facts.method().owner().file().path();
        this.what = variable.isEmpty() ? "it" : "'" + variable + "'";
    }

    List<PathStep> tell(Visit<ObligationState> exit) {
        List<Visit<ObligationState>> path = exit.path();
        int begin = begin(path);
        List<PathStep> steps = new ArrayList<>();
        steps.add(
                site.field().isEmpty() || !path.get(0).state().isOpen()
                        ? step(site.node(), PathStep.Kind.ACQUIRED, "opened by " + call(site.node()))
                        : step(path.get(0).node(), PathStep.Kind.ACQUIRED, what + " is open in its field"));
        for (int i = begin + 1; i < path.size(); i++) {
            tell(path.get(i - 1), path.get(i), steps);
        }
        return shortened(steps);
    }

    /** The last visit of the acquisition at which the followed resource was not open yet. */
    private int begin(List<Visit<ObligationState>> path) {
        for (int i = path.size() - 1; i > 0; i--) {
            if (!path.get(i).state().isOpen()) {
                return i;
            }
        }
        return 0;
    }

    private void tell(Visit<ObligationState> from, Visit<ObligationState> to, List<PathStep> steps) {
        Condition condition = to.condition();
        boolean lost =
                !from.state().has(ObligationState.OVERWRITTEN) && to.state().has(ObligationState.OVERWRITTEN);
        if (lost) {
            steps.add(step(from.node(), PathStep.Kind.OVERWRITTEN, what + " is assigned again while it is open"));
        }
        if (condition == null) {
            thrown(from.node(), steps);
            arrival(to.node(), steps);
        } else {
            describe(condition).ifPresent(text -> steps.add(step(from.node(), PathStep.Kind.BRANCH, text)));
        }
        if (to.node().id() == facts.graph().normalExit()) {
            leave(from.node(), steps);
        } else if (to.node().id() == facts.graph().exceptionalExit()) {
            steps.add(step(
                    from.node(), PathStep.Kind.LEAVES, "the exception leaves the method while " + what + " is open"));
        }
    }

    private void thrown(Node node, List<PathStep> steps) {
        if (node.op() instanceof Op.Throw thrown) {
            String type = thrown.type().isEmpty() ? "an exception" : TypeNames.simple(thrown.type());
            steps.add(step(node, PathStep.Kind.THROWS, Advice.THROW + type));
        } else if (node.op() instanceof Op.Invoke) {
            steps.add(step(node, PathStep.Kind.THROWS, call(node) + " may throw"));
        } else if (node.op() instanceof Op.Element) {
            steps.add(step(node, PathStep.Kind.THROWS, "reading the next row may throw"));
        }
    }

    private void arrival(Node node, List<PathStep> steps) {
        if (node.op() instanceof Op.Nop nop) {
            if (nop.point() == Op.Point.CATCH) {
                steps.add(step(node, PathStep.Kind.HANDLED, "caught as " + nop.note()));
            } else if (nop.point() == Op.Point.FINALLY) {
                steps.add(step(node, PathStep.Kind.HANDLED, "the finally block runs"));
            }
        }
    }

    private void leave(Node from, List<PathStep> steps) {
        String how = from.op() instanceof Op.Return ? "returns" : "the method ends";
        steps.add(step(from, PathStep.Kind.LEAVES, how + " while " + what + " is open"));
    }

    private Optional<String> describe(Condition condition) {
        if (condition.register() < 0) {
            return Optional.empty();
        }
        Register register = facts.register(condition.register());
        String name = register.name();
        return switch (condition.test()) {
            case ALWAYS -> Optional.empty();
            case NULL -> name.isEmpty() ? Optional.empty() : Optional.of("'" + name + "' is null");
            case NOT_NULL -> name.isEmpty() ? Optional.empty() : Optional.of("'" + name + "' is not null");
            case TRUE -> name.isEmpty() ? Optional.of("the condition holds") : Optional.of("'" + name + "' is true");
            case FALSE ->
                name.isEmpty() ? Optional.of("the condition does not hold") : Optional.of("'" + name + "' is false");
            case HAS_NEXT -> Optional.of("the loop goes on");
            case SAME, NOT_SAME, NO_RESOURCE, BEGINS -> Optional.empty();
            case NO_NEXT -> Optional.of("the loop is over");
        };
    }

    private static String call(Node node) {
        if (!(node.op() instanceof Op.Invoke invoke)) {
            return "it";
        }
        Callee callee = invoke.callee();
        return switch (callee.kind()) {
            case CONSTRUCTOR -> "new " + TypeNames.simple(callee.name()) + "()";
            case STATIC -> TypeNames.simple(callee.scope()) + "." + callee.name() + "()";
            case IMPLICIT_CLOSE -> "close() at the end of the try";
            case VIRTUAL, UNQUALIFIED, SUPER, DELEGATION -> callee.name() + "()";
        };
    }

    private PathStep step(Node node, PathStep.Kind kind, String text) {
        return new PathStep(file, node.line(), kind, text);
    }

    /** All are of the same file. */
    private static boolean isAlike(PathStep one, PathStep other) {
        return one.line() == other.line()
                && one.kind() == other.kind()
                && one.text().equals(other.text());
    }

    private static List<PathStep> shortened(List<PathStep> steps) {
        List<PathStep> distinct = new ArrayList<>();
        for (PathStep step : steps) {
            if (distinct.isEmpty() || !isAlike(distinct.get(distinct.size() - 1), step)) {
                distinct.add(step);
            }
        }
        if (distinct.size() <= MAX_STEPS) {
            return distinct;
        }
        List<PathStep> shorter = new ArrayList<>(distinct.subList(0, MAX_STEPS / 2));
        shorter.addAll(distinct.subList(distinct.size() - MAX_STEPS / 2, distinct.size()));
        return shorter;
    }
}
