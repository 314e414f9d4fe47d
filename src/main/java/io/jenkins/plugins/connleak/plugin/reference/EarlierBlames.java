package io.jenkins.plugins.connleak.plugin.reference;

import io.jenkins.plugins.connleak.core.model.Finding;
import io.jenkins.plugins.connleak.plugin.actions.ReportStore;
import io.jenkins.plugins.connleak.plugin.blame.Blame;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who wrote the leaks of an earlier build, so that nobody has to be asked again while they stay as they are. */
final class EarlierBlames {
    private EarlierBlames() {}

    /** By exact fingerprint, without those that several leaks have; of scan {@code id}. */
    static Map<String, Blame> of(Optional<Reference.Content> earlier, String id) {
        return earlier.map(content -> of(
                        content.report().findings(),
                        new ReportStore(content.run().getRootDir().toPath(), id)
                                .readBlames(content.report().findings().size())))
                .orElse(Map.of());
    }

    static Map<String, Blame> of(List<Finding> findings, Map<Integer, Blame> blames) {
        Map<String, Blame> known = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < findings.size(); place++) {
            String fingerprint = findings.get(place).fingerprint().exact();
            Blame blame = blames.get(place);
            if (!seen.add(fingerprint)) {
                known.remove(fingerprint);
            } else if (blame != null && !fingerprint.isEmpty()) {
                known.put(fingerprint, blame);
            }
        }
        return known;
    }
}
