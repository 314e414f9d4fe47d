package io.jenkins.plugins.connleak.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.connleak.core.flow.PathSolver.Visit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A body is given up where all that follows it costs too much, on every machine at the same step. */
class WorkLimitTest {
    @Test
    void letsSpendAllThatThereIsAndNothingMore() {
        WorkLimit limit = new WorkLimit(10);
        limit.spend(7);

        assertThatCode(() -> limit.spend(3)).doesNotThrowAnyException();
        assertThatThrownBy(() -> limit.spend(1))
                .isInstanceOf(FlowLimitException.class)
                .hasMessage("more than 600000000 values of variables to follow in one method");
    }

    @Test
    void isTheSameForEveryBody() {
        WorkLimit limit = new WorkLimit();
        limit.spend((int) WorkLimit.MOST_VALUES);

        assertThatThrownBy(() -> limit.spend(1)).isInstanceOf(FlowLimitException.class);
    }

    @Test
    void countsTheRegistersOfEachStateThatIsFollowed() {
        FlowGraph graph = Graphs.of("int a, int b", "one();");
        int cost = graph.registers().size() * 4;

        // entry, call, and both exits
        assertThatCode(() -> PathSolver.solve(graph, new Counting(), new WorkLimit(cost)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PathSolver.solve(graph, new Counting(), new WorkLimit(cost - 1)))
                .isInstanceOf(FlowLimitException.class);
    }

    @Test
    void holdsForAllAnalysesOfABodyTogether() {
        FlowGraph graph = Graphs.of("int a, int b", "one();");
        WorkLimit limit = new WorkLimit(graph.registers().size() * 6L);

        List<Visit<Integer>> first = PathSolver.solve(graph, new Counting(), limit);

        assertThat(first).hasSize(2);
        assertThatThrownBy(() -> PathSolver.solve(graph, new Counting(), limit)).isInstanceOf(FlowLimitException.class);
    }

    /** Everything is possible, each call may throw, and the state is the number of calls made. */
    private static final class Counting implements Transfer<Integer> {
        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public Optional<Integer> normal(Node node, Integer state) {
            return Optional.of(node.op() instanceof Op.Invoke ? state + 1 : state);
        }

        @Override
        public List<Thrown<Integer>> thrown(Node node, Integer state) {
            return List.of(new Thrown<>("SQLException", state));
        }

        @Override
        public ExceptionMatch match(String exception, List<String> handlerTypes) {
            return handlerTypes.contains(exception) ? ExceptionMatch.MUST : ExceptionMatch.NO;
        }

        @Override
        public Optional<Integer> assume(Condition condition, Integer state) {
            return Optional.of(state);
        }

        @Override
        public Integer widen(Integer state, Detail detail) {
            return state;
        }
    }
}
