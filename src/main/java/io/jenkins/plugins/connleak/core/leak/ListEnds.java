package io.jenkins.plugins.connleak.core.leak;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Where lists end that are kept one behind the other. */
final class ListEnds {
    private ListEnds() {}

    /** The end of each list of these sizes. */
    static int[] of(IntStream sizes) {
        int[] ends = sizes.toArray();
        Arrays.parallelPrefix(ends, Math::addExact);
        return ends;
    }

    /** Where one of the lists begins. */
    static int begin(int[] ends, int list) {
        return list == 0 ? 0 : ends[list - 1];
    }
}
