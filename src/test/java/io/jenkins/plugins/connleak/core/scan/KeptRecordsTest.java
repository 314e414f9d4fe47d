package io.jenkins.plugins.connleak.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.connleak.core.cache.Checksum;
import io.jenkins.plugins.connleak.core.cache.RecordTexts;
import io.jenkins.plugins.connleak.core.spec.KeptCatalog;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptRecordsTest {
    /** Where this fails, something that is kept is another thing than before: the number has to be another as well. */
    @Test
    void tellsWhatIsMadeOfOtherRecordsFromWhatItKeeps() {
        String texts = RecordTexts.of(SavedScan.class) + "\n" + RecordTexts.of(KeptCatalog.class);

        assertThat(KeptRecords.FORM).isEqualTo(Long.toHexString(Checksum.of(texts.getBytes(StandardCharsets.UTF_8))));
    }
}
