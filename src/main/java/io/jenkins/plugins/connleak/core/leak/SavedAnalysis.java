package io.jenkins.plugins.connleak.core.leak;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.core.model.Problem;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one analysis found out, in a form that can be kept: for the next one, of which most files are the same.
 *
 * @param files the files, in the order of their paths
 * @param names the names that bodies mention, by their numbers
 * @param words what had been learned of names
 * @param inquiry what was asked and answered
 * @param outcome what came of the bodies that owe something
 */
public record SavedAnalysis(KeptFiles files, Names names, Words words, Inquiry inquiry, Outcome outcome) {
    /** Numbers in each triple of an {@link Inquiry}. */
    static final int TRIPLE = 3;

    /**
     * Names by their numbers.
     *
     * @param hashes the hash of each
     * @param texts all of them
     */
    record Names(int[] hashes, List<String> texts) {
        static Names of(List<String> names) {
            return new Names(names.stream().mapToInt(String::hashCode).toArray(), List.copyOf(names));
        }

        /** Numbers of names, and maybe of others: told by their hashes alone. */
        BitSet like(Set<String> some) {
            Set<Integer> wanted = some.stream().map(String::hashCode).collect(Collectors.toSet());
            BitSet found = new BitSet();
            for (int number = 0; number < hashes.length; number++) {
                if (wanted.contains(hashes[number])) {
                    found.set(number);
                }
            }
            return found;
        }
    }

    /**
     * Which names matter.
     *
     * @param openers methods that may open something
     * @param opened classes whose constructors do
     * @param setups methods that leave something open in a field
     * @param fields fields that may hold a resource
     * @param generic methods whose result is of a type that is an argument of their class
     * @param house classes of the house that stand for resources
     */
    record Words(
            Set<String> openers,
            Set<String> opened,
            Set<String> setups,
            Set<String> fields,
            Set<String> generic,
            Set<String> house) {}

    /**
     * What was asked. Methods, questions and answers are numbers: indices into these lists.
     *
     * @param methods the methods that were asked about: three numbers each, of file, type and method
     * @param questions what was asked: three numbers each, of method, part and parameter
     * @param answers the answers that there are
     * @param answerOf for each question its answer
     * @param asked for each question those that its answer rests on
     */
    record Inquiry(int[] methods, int[] questions, List<MethodSummary> answers, int[] answerOf, Edges asked) {}

    /**
     * What came of it.
     *
     * @param followed the bodies that were followed
     * @param left what is found about what bodies leave in fields
     * @param givenUp the bodies that could not be analysed
     */
    record Outcome(List<Followed> followed, List<Left> left, List<Lost> givenUp) {}

    /**
     * Lists of numbers, one behind the other.
     *
     * @param ends where each list ends
     * @param numbers all of them
     */
    record Edges(int[] ends, int[] numbers) {
        static Edges of(List<int[]> lists) {
            return new Edges(
                    ListEnds.of(lists.stream().mapToInt(list -> list.length)),
                    lists.stream().flatMapToInt(Arrays::stream).toArray());
        }

        int[] list(int index) {
            return Arrays.copyOfRange(numbers, begin(index), end(index));
        }

        int begin(int list) {
            return ListEnds.begin(ends, list);
        }

        int end(int list) {
            return ends[list];
        }
    }

    /**
     * A body that was followed.
     *
     * @param method the method
     * @param findings what stays open
     * @param asked the questions that this rests on
     */
    record Followed(int method, List<Finding> findings, int[] asked) {}

    /**
     * What a body leaves in fields.
     *
     * @param method the method
     * @param fields the fields, and what has to do with them
     */
    record Left(int method, FieldAnalysis.Outcome fields) {}

    /**
     * A body that could not be analysed.
     *
     * @param method the method
     * @param problem why
     */
    record Lost(int method, Problem problem) {}
}
