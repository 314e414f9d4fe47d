package io.jenkins.plugins.connleak.plugin.rows;

import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.Optional;

/** What is known from other builds of a report's leaks, which go by their place in it, from 0. */
public interface Known {
    /** Nothing is known: no leak is new, and all are as old as the build. */
    Known NOTHING = new Known() {
        @Override
        public boolean isNew(int place) {
            return false;
        }

        @Override
        public String firstJob(int place) {
            return "";
        }

        @Override
        public int firstBuild(int place) {
            return 0;
        }
    };

    /** Whether the reference does not have the leak. */
    boolean isNew(int place);

    /** Full name of the job whose build had it first; empty for the report's own. */
    String firstJob(int place);

    /** Number of the build that had it first, or 0 if that is not known. */
    int firstBuild(int place);

    /** Who wrote the line of its acquisition, where that is known. */
    default Optional<Blame> blame(int place) {
        return Optional.empty();
    }
}
