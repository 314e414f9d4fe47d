package io.jenkins.plugins.connleak.corpus;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import io.jenkins.plugins.connleak.corpus.OracleState.Held;
import io.jenkins.plugins.connleak.corpus.OracleState.Held.Kind;
import io.jenkins.plugins.connleak.corpus.Ways.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs the methods of a generated program in all ways that there are: each call of JDBC goes well or throws, each
 * condition on a number comes out either way unless it repeats, each loop turns as often as it brings something new. It
 * knows the language of {@link ProgramGenerator} alone and shares nothing with the analysis that it is held against: no
 * graph, no solver, no summaries.
 *
 * <p>What the analysis leaves out by intent is <em>excused</em>: a null that is dereferenced, the closing of something else that fails
 * before it is a statement's turn, and a closing that fails on top of another exception.
 */
final class ProgramOracle {
    /** More states than this at one place are given up. */
    private static final int MOST_STATES = 120;

    /**
     * What the ways through a program leave open.
     *
     * @param leaking lines of acquisitions that some way leaves open
     * @param owed those that some way leaves open which the analysis does not leave out by intent
     * @param dereferencesNull whether some way ends at a null, which the analysis does not take for the end of a way
     */
    record Verdict(Set<Integer> leaking, Set<Integer> owed, boolean dereferencesNull) {}

    /** There are too many states. */
    private static final class Overrun extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private boolean dereferencesNull;

    private ProgramOracle() {}

    /** Runs all methods of a program; nothing comes of it if there are too many states. */
    static Optional<Verdict> tryToRun(String program) {
        try {
            return Optional.of(run(program));
        } catch (Overrun e) {
            return Optional.empty();
        }
    }

    /** Runs all methods of a program that has not too many states. */
    static Verdict run(String program) {
        ParserConfiguration configuration = new ParserConfiguration();
        configuration.setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        List<MethodDeclaration> methods = new JavaParser(configuration)
                .parse(program)
                .getResult()
                .orElseThrow()
                .findAll(MethodDeclaration.class);
        Set<Held> left = new HashSet<>();
        ProgramOracle oracle = new ProgramOracle();
        methods.forEach(method -> left.addAll(oracle.leaks(method.getBody().orElseThrow())));
        return new Verdict(
                left.stream().map(Held::line).collect(Collectors.toCollection(TreeSet::new)),
                left.stream()
                        .filter(held -> !held.excused())
                        .map(Held::line)
                        .collect(Collectors.toCollection(TreeSet::new)),
                oracle.dereferencesNull);
    }

    private Set<Held> leaks(BlockStmt body) {
        Ways ways = block(body.getStatements(), Set.of(OracleState.EMPTY));
        Set<Held> left = new HashSet<>();
        for (Way way : Way.values()) {
            ways.get(way).forEach(state -> left.addAll(state.leaks()));
        }
        return left;
    }

    // statements

    private Ways statement(Statement statement, Set<OracleState> from) {
        if (from.size() > MOST_STATES) {
            throw new Overrun();
        }
        if (statement instanceof BlockStmt block) {
            return block(block.getStatements(), from);
        }
        if (statement instanceof ExpressionStmt expression) {
            return expression(expression.getExpression(), from);
        }
        if (statement instanceof IfStmt choice) {
            Ways ways = statement(choice.getThenStmt(), when(choice.getCondition(), true, from));
            Set<OracleState> otherwise = when(choice.getCondition(), false, from);
            Ways rest = choice.getElseStmt()
                    .map(other -> statement(other, otherwise))
                    .orElseGet(() -> Ways.on(otherwise));
            ways.add(Way.ON, rest.on());
            ways.addAbrupt(rest);
            return ways;
        }
        if (statement instanceof TryStmt attempt) {
            return attempt(attempt, from);
        }
        if (statement instanceof SwitchStmt choice) {
            return choice(choice, from);
        }
        if (statement instanceof WhileStmt loop) {
            return loop(loop.getCondition(), loop.getBody(), null, from, true);
        }
        if (statement instanceof DoStmt loop) {
            return loop(loop.getCondition(), loop.getBody(), null, from, false);
        }
        if (statement instanceof ForStmt loop) {
            Set<OracleState> begun = each(from, state -> state.change("i"));
            return loop(loop.getCompare().orElseThrow(), loop.getBody(), "i", begun, true);
        }
        return abrupt(statement, from);
    }

    private static Ways abrupt(Statement statement, Set<OracleState> from) {
        Ways ways = new Ways();
        if (statement instanceof ReturnStmt) {
            ways.add(Way.RETURN, from);
        } else if (statement instanceof BreakStmt) {
            ways.add(Way.BREAK, from);
        } else if (statement instanceof ContinueStmt) {
            ways.add(Way.CONTINUE, from);
        } else if (statement instanceof ThrowStmt) {
            ways.add(Way.ILLEGAL_STATE, throwing(from));
        } else {
            throw new IllegalArgumentException("not of the language: " + statement);
        }
        return ways;
    }

    private Ways block(NodeList<Statement> statements, Set<OracleState> from) {
        Ways ways = new Ways();
        Set<OracleState> states = from;
        List<String> declared = new ArrayList<>();
        for (Statement statement : statements) {
            Ways next = statement(statement, states);
            ways.addAbrupt(next);
            states = next.on();
            statement.ifExpressionStmt(expression -> expression
                    .getExpression()
                    .ifVariableDeclarationExpr(declaration -> declared.add(nameOf(declaration))));
        }
        ways.add(Way.ON, states);
        return leaving(declared, ways);
    }

    /** The variables of a block are gone, whichever way it is left. */
    private static Ways leaving(List<String> declared, Ways ways) {
        Ways after = new Ways();
        for (Way way : Way.values()) {
            for (OracleState state : ways.get(way)) {
                OracleState left = state;
                for (String variable : declared) {
                    left = left.forget(variable);
                }
                after.add(way, left);
            }
        }
        return after;
    }

    private Ways choice(SwitchStmt choice, Set<OracleState> from) {
        Ways ways = new Ways();
        for (SwitchEntry entry : choice.getEntries()) {
            Ways way = block(entry.getStatements(), from);
            ways.add(Way.ON, way.on());
            ways.addAbrupt(way);
        }
        ways.add(Way.ON, ways.take(Way.BREAK));
        return ways;
    }

    private Ways loop(
            Expression condition, Statement body, @Nullable String counter, Set<OracleState> from, boolean asksFirst) {
        Ways ways = new Ways();
        Set<OracleState> seen = new HashSet<>();
        Deque<OracleState> work = new ArrayDeque<>();
        if (asksFirst) {
            ways.add(Way.ON, when(condition, false, from));
            work.addAll(when(condition, true, from));
        } else {
            work.addAll(from);
        }
        while (!work.isEmpty()) {
            OracleState state = work.removeFirst();
            if (!seen.add(state)) {
                continue;
            }
            if (seen.size() > MOST_STATES) {
                throw new Overrun();
            }
            Ways turn = statement(body, Set.of(state));
            Set<OracleState> again = new LinkedHashSet<>(turn.on());
            again.addAll(turn.take(Way.CONTINUE));
            ways.add(Way.ON, turn.take(Way.BREAK));
            ways.addAbrupt(turn);
            Set<OracleState> counted = counter == null ? again : each(again, next -> next.change(counter));
            ways.add(Way.ON, when(condition, false, counted));
            work.addAll(when(condition, true, counted));
        }
        return ways;
    }

    // try

    private Ways attempt(TryStmt attempt, Set<OracleState> from) {
        Ways ways = resources(attempt, from);
        for (CatchClause clause : attempt.getCatchClauses()) {
            Ways handled = block(clause.getBody().getStatements(), ways.take(Way.SQL_EXCEPTION));
            ways.add(Way.ON, handled.on());
            ways.addAbrupt(handled);
        }
        if (attempt.getFinallyBlock().isEmpty()) {
            return ways;
        }
        Ways after = new Ways();
        for (Way way : Way.values()) {
            Ways last = statement(attempt.getFinallyBlock().get(), ways.get(way));
            after.add(way, last.on());
            after.addAbrupt(last);
        }
        return after;
    }

    private Ways resources(TryStmt attempt, Set<OracleState> from) {
        if (attempt.getResources().isEmpty()) {
            return statement(attempt.getTryBlock(), from);
        }
        VariableDeclarationExpr resource = attempt.getResources().get(0).asVariableDeclarationExpr();
        String name = nameOf(resource);
        Ways opened = expression(resource, from);
        Ways body = statement(attempt.getTryBlock(), opened.on());
        Ways ways = new Ways();
        ways.addAbrupt(opened);
        for (Way way : Way.values()) {
            Ways closing = closing(name, body.get(way));
            ways.add(way, closing.on());
            boolean isThrown = way.ordinal() >= Way.SQL_EXCEPTION.ordinal();
            // what the closing throws is added to what the block threw, and takes the place of every other way
            ways.add(isThrown ? way : Way.SQL_EXCEPTION, closing.get(Way.SQL_EXCEPTION));
        }
        return leaving(List.of(name), ways);
    }

    // expressions

    private Ways expression(Expression expression, Set<OracleState> from) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            VariableDeclarator variable = declaration.getVariable(0);
            return assignment(
                    variable.getNameAsString(), variable.getInitializer().orElseThrow(), from);
        }
        if (expression instanceof AssignExpr assignment) {
            return assignment(assignment.getTarget().asNameExpr().getNameAsString(), assignment.getValue(), from);
        }
        if (expression instanceof UnaryExpr count) {
            String number = count.getExpression().asNameExpr().getNameAsString();
            return Ways.on(each(from, state -> state.change(number)));
        }
        MethodCallExpr call = expression.asMethodCallExpr();
        Expression scope = call.getScope().orElseThrow();
        if (scope instanceof MethodCallExpr opening) {
            // opened and used on the spot: nobody holds it
            int line = opening.getBegin().orElseThrow().line;
            Set<OracleState> open = each(from, state -> state.loses(line));
            Ways ways = Ways.on(open);
            ways.add(Way.SQL_EXCEPTION, throwing(from));
            ways.add(Way.SQL_EXCEPTION, throwing(open));
            return ways;
        }
        return used(scope.asNameExpr().getNameAsString(), call.getNameAsString().equals("close"), from);
    }

    private static Ways assignment(String variable, Expression value, Set<OracleState> from) {
        if (value instanceof NullLiteralExpr) {
            return Ways.on(each(from, state -> state.assign(variable, Held.NULL)));
        }
        int line = value.getBegin().orElseThrow().line;
        Kind kind =
                value.asMethodCallExpr().getNameAsString().equals("getConnection") ? Kind.CONNECTION : Kind.STATEMENT;
        Ways ways = new Ways();
        ways.add(Way.SQL_EXCEPTION, throwing(from));
        ways.add(Way.ON, each(from, state -> state.assign(variable, Held.opened(line, kind))));
        return ways;
    }

    private Ways used(String variable, boolean closes, Set<OracleState> from) {
        Ways ways = new Ways();
        for (OracleState state : from) {
            if (state.get(variable).isNull()) {
                dereferencesNull = true;
                ways.add(Way.NULL_POINTER, state.map(held -> held.throwing(true)));
            } else if (closes) {
                Ways closing = closing(variable, Set.of(state));
                ways.add(Way.ON, closing.on());
                ways.addAbrupt(closing);
            } else {
                ways.add(Way.ON, state);
                ways.add(Way.SQL_EXCEPTION, throwing(Set.of(state)));
            }
        }
        return ways;
    }

    /** The closing of a variable that is not null: what fails to close counts as closed. */
    private static Ways closing(String variable, Set<OracleState> from) {
        Ways ways = new Ways();
        for (OracleState state : from) {
            OracleState closed = state.close(variable);
            ways.add(Way.ON, closed);
            ways.add(
                    Way.SQL_EXCEPTION,
                    closed.map(held -> held.throwing(held.kind() == Kind.STATEMENT || held.threw())));
        }
        return ways;
    }

    private static Set<OracleState> throwing(Set<OracleState> from) {
        return each(from, state -> state.map(held -> held.throwing(false)));
    }

    // conditions

    /** The states in which the condition comes out so. */
    private static Set<OracleState> when(Expression condition, boolean outcome, Set<OracleState> from) {
        String text = condition.toString();
        Set<OracleState> states = new LinkedHashSet<>();
        for (OracleState state : from) {
            if (text.endsWith(" != null")) {
                if (state.get(text.substring(0, text.indexOf(' '))).isNull() != outcome) {
                    states.add(state);
                }
            } else if (state.known().getOrDefault(text, outcome) == outcome) {
                states.add(state.learn(text, outcome));
            }
        }
        return states;
    }

    private static Set<OracleState> each(Set<OracleState> from, UnaryOperator<OracleState> change) {
        return from.stream().map(change).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String nameOf(VariableDeclarationExpr declaration) {
        return declaration.getVariable(0).getNameAsString();
    }
}
