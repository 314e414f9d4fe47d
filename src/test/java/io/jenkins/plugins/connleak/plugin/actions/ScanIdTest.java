package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScanIdTest {
    @Test
    void givesTheDefaultTheShortestAddress() {
        assertThat(ScanId.urlName("connleak")).isEqualTo("connleak");
        assertThat(ScanId.urlName("regex")).isEqualTo("connleak-regex");
    }

    @Test
    void findsTheIdOfAnAddress() {
        assertThat(ScanId.ofUrlName("connleak")).isEqualTo(Optional.of("connleak"));
        assertThat(ScanId.ofUrlName("connleak-a_B-1")).isEqualTo(Optional.of("a_B-1"));
        assertThat(ScanId.ofUrlName("connleak-")).isEmpty();
        assertThat(ScanId.ofUrlName("connleak-a.b")).isEmpty();
        assertThat(ScanId.ofUrlName("testReport")).isEmpty();
    }

    @Test
    void takesIdsForTheSameThatDifferInCaseAlone() {
        assertThat(ScanId.isSame("Main", "mAIN")).isTrue();
        assertThat(ScanId.isSame("main", "main2")).isFalse();
    }
}
