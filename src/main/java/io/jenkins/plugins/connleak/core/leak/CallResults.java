package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.flow.Node;
import io.jenkins.plugins.connleak.core.flow.Op;
import io.jenkins.plugins.connleak.core.flow.Register;
import io.jenkins.plugins.connleak.core.model.ResourceKind;
import io.jenkins.plugins.connleak.core.spec.CallNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What becomes of the results of calls in a body: which variables get them, of what type they are, and whether they are closed. */
final class CallResults extends CallJudge {
    private static final Set<String> IO_TYPES = Set.of("InputStream", "OutputStream", "Reader", "Writer");

    private static final String ITERATOR = "Iterator";

    private static final String CLOSE = "close";

    private static final int MAX_COPIES = 4;

    private static final int MAX_RECEIVERS = 8;

    private final IntPredicate released;

    /**
     * Looks at the same body as another.
     *
     * @param released whether the body closes on some path what a register holds
     */
    CallResults(CallJudge body, IntPredicate released) {
        super(body);
        this.released = released;
    }

    /** Whether names and written types let the result of a call be something that is opened: most are ruled out by that. */
    boolean mayOpen(Op.Invoke invoke) {
        Relevance relevance = summaries.relevance();
        if (relevance.mayOpen(invoke) || relevance.mayHandOut(invoke)) {
            return true;
        }
        for (Node node : uses.calls(invoke.target())) {
            if (node.op() instanceof Op.Invoke user
                    && (RegisterTypes.tellsConnection(invoke, user) || RegisterTypes.tellsStatement(invoke, user))) {
                return true;
            }
        }
        for (int receiver : receivers(invoke)) {
            if (relevance.mayHold(graph.registers().get(receiver), method.owner())
                    || (receiver != invoke.target()
                            && types.definitions(receiver).size() > 1)
                    || (uses.isReturned(receiver)
                            && relevance.mentionsResource(method.signature().returnType(), method.owner()))) {
                return true;
            }
        }
        return false;
    }

    /** The registers that get what a call returns, by its own or another name; its own comes first. */
    List<Integer> receivers(Op.Invoke invoke) {
        List<Integer> found = new ArrayList<>(List.of(invoke.target()));
        for (int i = 0; i < found.size() && i < MAX_RECEIVERS; i++) {
            for (int target : uses.copies(found.get(i))) {
                if (!found.contains(target)) {
                    found.add(target);
                }
            }
        }
        return found;
    }

    /** The names of the methods that are called on what a call returns. */
    List<String> callsOn(Op.Invoke invoke) {
        List<String> names = new ArrayList<>();
        for (int receiver : receivers(invoke)) {
            for (Node node : uses.calls(receiver)) {
                if (node.op() instanceof Op.Invoke user && user.receiver() == receiver) {
                    names.add(user.callee().name());
                }
            }
        }
        return names;
    }

    /** The type of what a call returns: its own, that of the variable it goes to, or that of the method that returns it. */
    String resultType(Op.Invoke invoke) {
        String type = types.of(invoke.target());
        boolean isGuessed = TypeNames.simple(TypeNames.erase(type)).equals(ITERATOR);
        if (!type.isEmpty() && !isGuessed) {
            return type;
        }
        List<Integer> receivers = receivers(invoke);
        for (int receiver : receivers) {
            String declared = types.of(receiver);
            // a variable that is declared as an iterator to be closed knows more than the usual contract of iterator()
            if (!declared.isEmpty() && !declared.equals(type)) {
                return declared;
            }
        }
        if (isGuessed) {
            return type;
        }
        return receivers.stream().anyMatch(uses::isReturned)
                ? workspace.qualify(method.signature().returnType(), method.owner())
                : "";
    }

    /** Whether the body closes what a call returns, or keeps it in a field that its class closes. */
    boolean isGivenBack(Op.Invoke invoke) {
        List<Integer> receivers = receivers(invoke);
        boolean isMeant = named(CallNames.Group.OPENING, invoke.callee().name())
                || receivers.stream().noneMatch(receiver -> isSurelyOpened(receiver, 0));
        for (int receiver : receivers) {
            Register.Kind kind = graph.registers().get(receiver).kind();
            if (isMeant
                    && released.test(receiver)
                    && !graph.registers().get(receiver).isCaptured()) {
                return true;
            }
            if (kind == Register.Kind.FIELD
                    && isClosedByClass(graph.registers().get(receiver).name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a variable gets something surely opened as well: closing it may be meant for that alone. */
    private boolean isSurelyOpened(int register, int depth) {
        return depth < MAX_COPIES
                && types.definitions(register).stream()
                        .anyMatch(op -> op instanceof Op.Copy copy
                                ? isSurelyOpened(copy.source(), depth + 1)
                                : op instanceof Op.Invoke other
                                        && ownerSpec(other)
                                                .flatMap(owner -> acquisition(
                                                        owner, other.callee().name()))
                                                .isPresent());
    }

    private boolean isClosedByClass(String field) {
        return method.owner().methods().stream()
                .anyMatch(other -> summaries.fields(other).closed().contains(field));
    }

    /** Whether a call returns what it is given or a wrapper of it, as one that makes a result set of a result set does. */
    boolean isOfItsKind(Op.Invoke invoke, int index) {
        String argument = types.of(invoke.arguments().get(index));
        Optional<ResourceKind> given = kindOf(argument);
        return given.isPresent()
                && (given.equals(kindOf(resultType(invoke)))
                        || TypeNames.simple(resultType(invoke)).endsWith(TypeNames.simple(argument)));
    }

    /** Whether a call returns a stream of bytes or characters behind which less than half of several methods open something. */
    boolean isOfFew(Op.Invoke invoke, List<MethodModel> visible) {
        List<MethodModel> bodies = visible.stream().filter(MethodModel::hasBody).toList();
        long openers = bodies.stream()
                .filter(target -> summaries.result(target).opened().isPresent())
                .count();
        return IO_TYPES.contains(TypeNames.simple(TypeNames.erase(resultType(invoke)))) && 2 * openers < bodies.size();
    }

    /** Whether closing something of a class of the house does nothing, whichever subclass it is of. */
    boolean closesNothing(String type) {
        List<MethodModel> closers = workspace.type(TypeNames.erase(type)).stream()
                .flatMap(model -> workspace.methods(model, CLOSE, 0).stream())
                .flatMap(closer -> Stream.concat(Stream.of(closer), workspace.overriding(closer).stream()))
                .toList();
        return !closers.isEmpty() && closers.stream().allMatch(CallResults::doesNothing);
    }

    /** Whether it tells of a method's class whether closing it does something: that is read from the body itself. */
    static boolean isCloser(MethodModel method) {
        return method.signature().name().equals(CLOSE)
                && method.signature().parameterTypes().isEmpty();
    }

    private static boolean doesNothing(MethodModel method) {
        return method.graph()
                .filter(body -> body.nodes().stream()
                        .noneMatch(node -> node.op() instanceof Op.Invoke
                                || node.op() instanceof Op.Throw
                                || node.op() instanceof Op.Copy))
                .isPresent();
    }

    /** Whether a call returns something of the kind of an argument. */
    boolean isWrapper(Op.Invoke invoke) {
        for (int i = 0; i < invoke.arguments().size(); i++) {
            if (isOfItsKind(invoke, i)) {
                return true;
            }
        }
        return false;
    }
}
