package io.jenkins.plugins.connleak.plugin.actions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScanIdTest {
    @Test
    void givesTheDefaultTheShortestAddress() {
        assertThat(ScanId.urlName("connleak")).isEqualTo("connleak");
        assertThat(ScanId.urlName("regex")).isEqualTo("connleak-regex");
    }

    @Test
    void takesIdsForTheSameThatDifferInCaseAlone() {
        assertThat(ScanId.isSame("Main", "mAIN")).isTrue();
        assertThat(ScanId.isSame("main", "main2")).isFalse();
    }
}
