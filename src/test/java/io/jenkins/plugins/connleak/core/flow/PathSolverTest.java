package io.jenkins.plugins.connleak.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The solver with an analysis that knows nothing of leaks: the state is the number of calls made so far. */
class PathSolverTest {
    @Test
    void findsEveryStateInWhichABodyIsLeftWithTheShortestWayToIt() {
        FlowGraph graph = Graphs.of("boolean b", "if (b) { one(); } else { one(); two(); }");

        List<Visit<Integer>> exits = PathSolver.solve(graph, new Calls(1_000), new WorkLimit());

        // nothing called before the first of either way throws: one state, the shorter way
        assertThat(exits.stream().map(exit -> exit.node().id() + " " + exit.state()))
                .containsExactly(
                        graph.normalExit() + " 1",
                        graph.exceptionalExit() + " 0",
                        graph.normalExit() + " 2",
                        graph.exceptionalExit() + " 1");
        assertThat(exits.get(0).path().stream().map(visit -> visit.node().line()))
                .containsExactly(2, 3, 3, 3);
    }

    @Test
    void endsWithTheFirstStateOfAKindInWhichABodyIsLeft() {
        FlowGraph graph = Graphs.of("boolean b", "while (b) { one(); }");
        Calls calls = new Calls(1_000);

        assertThat(PathSolver.leaves(graph, calls, new WorkLimit(), state -> state == 2))
                .isTrue();
        assertThat(calls.widened).isEmpty();
        assertThat(PathSolver.leaves(graph, calls, new WorkLimit(), state -> state < 0))
                .isFalse();
    }

    @Test
    void followsAnExceptionToTheHandlersThatMayTakeIt() {
        FlowGraph graph = Graphs.of("", """
                try {
                    one();
                } catch (IllegalStateException e) {
                    never();
                } catch (Maybe e) {
                    two();
                } catch (SQLException e) {
                    return;
                } catch (Exception e) {
                    behind();
                }
                last();""");

        Set<Integer> lines = new TreeSet<>();
        Calls calls = new Calls(1_000) {
            @Override
            public Optional<Integer> normal(Node node, Integer state) {
                lines.add(node.line() - 2);
                return super.normal(node, state);
            }
        };
        PathSolver.solve(graph, calls, new WorkLimit());

        assertThat(lines).containsExactly(0, 2, 5, 6, 7, 8, 12);
    }

    @Test
    void widensStatesPastTheFirstBoundAndForgetsMorePastTheSecond() {
        FlowGraph graph = Graphs.of("boolean b", "while (b) { one(); }");
        Calls calls = new Calls(1_000);

        List<Visit<Integer>> exits = PathSolver.solve(graph, calls, new WorkLimit());

        int decisive = PathSolver.MAX_STATES_PER_NODE;
        assertThat(calls.widened).contains(Transfer.Detail.DECISIVE + " " + decisive);
        assertThat(calls.widened).doesNotContain(Transfer.Detail.DECISIVE + " " + (decisive - 1));
        assertThat(exits.stream()
                        .filter(exit -> exit.node().id() == graph.normalExit())
                        .map(Visit::state)
                        .collect(Collectors.toSet()))
                .hasSize(decisive + 1)
                .contains(0, decisive - 1, Calls.MANY);
    }

    @Test
    void triesAgainWithFewStatesWhereManyAreTooMuch() {
        FlowGraph graph = Graphs.of("boolean b", "while (b) { one(); }");
        Calls calls = new Calls(1_000) {
            @Override
            public Integer widen(Integer state, Detail detail) {
                if (widened.isEmpty() && state >= PathSolver.MAX_STATES_PER_NODE) {
                    widened.add("too much");
                    throw new FlowLimitException("too much");
                }
                return super.widen(state, detail);
            }
        };

        List<Visit<Integer>> exits = PathSolver.solve(graph, calls, new WorkLimit());

        assertThat(exits.stream()
                        .filter(exit -> exit.node().id() == graph.normalExit())
                        .map(Visit::state))
                .containsExactlyInAnyOrder(0, 1, 2, Calls.MANY);
    }

    @Test
    void givesUpABodyWithMoreStepsThanItsBound() {
        FlowGraph graph = Graphs.of("boolean b", "while (b) { one(); }");
        Calls endless = new Calls(Integer.MAX_VALUE) {
            @Override
            public Integer widen(Integer state, Detail detail) {
                return state;
            }
        };

        assertThatThrownBy(() -> PathSolver.solve(graph, endless, new WorkLimit()))
                .isInstanceOf(FlowLimitException.class)
                .hasMessage("more than " + PathSolver.MAX_VISITS + " steps to follow in one method");
    }

    /** Counts calls; what is widened counts as many. */
    private static class Calls implements Transfer<Integer> {
        static final int MANY = 1_000_000;
        final Set<String> widened = new TreeSet<>();
        private final int most;

        Calls(int most) {
            this.most = most;
        }

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Optional<Integer> normal(Node node, Integer state) {
            return Optional.of(node.op() instanceof Op.Invoke && state < most ? state + 1 : state);
        }

        @Override
        public List<Thrown<Integer>> thrown(Node node, Integer state) {
            return List.of(new Thrown<>("SQLException", state));
        }

        @Override
        public ExceptionMatch match(String exception, List<String> handlerTypes) {
            return handlerTypes.contains(exception)
                    ? ExceptionMatch.MUST
                    : handlerTypes.contains("Maybe") ? ExceptionMatch.MAY : ExceptionMatch.NO;
        }

        @Override
        public Optional<Integer> assume(Condition condition, Integer state) {
            return Optional.of(state);
        }

        @Override
        public Integer widen(Integer state, Detail detail) {
            widened.add(detail + " " + state);
            return MANY;
        }
    }
}
