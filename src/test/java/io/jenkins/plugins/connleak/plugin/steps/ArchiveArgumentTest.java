package io.jenkins.plugins.connleak.plugin.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchiveArgumentTest {
    @Test
    void mapOfOptionsBecomesArgumentsOfItsOwn() {
        assertThat(ArchiveArgument.unfolded(Map.of("archive", Map.of("required", true), "engine", "flow")))
                .isEqualTo(Map.of("archive", true, "archiveRequired", true, "engine", "flow"));
        assertThat(ArchiveArgument.unfolded(Map.of("archive", Map.of("required", false))))
                .isEqualTo(Map.of("archive", true, "archiveRequired", false));
    }

    @Test
    void truthValueStaysWhatItIs() {
        Map<String, Object> arguments = Map.of("archive", false);
        assertThat(ArchiveArgument.unfolded(arguments)).isSameAs(arguments);
        assertThat(ArchiveArgument.unfolded(Map.of())).isEmpty();
    }

    @Test
    void anythingElseIsRefused() {
        for (Object wrong : List.of(Map.of("requird", true), Map.of("required", "yes"), Map.of())) {
            assertThatThrownBy(() -> ArchiveArgument.unfolded(Map.of("archive", wrong)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("archive: is true, false or [required: true], not");
        }
    }
}
