package io.jenkins.plugins.connleak.core.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataTableTest {
    private static final List<DataTable.Column> COLUMNS = List.of(
            new DataTable.Column("name", "Name"),
            new DataTable.Column("at", "At"),
            new DataTable.Column("leaks", "Leaks"));
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void quotesWhatCsvAsksFor() throws IOException {
        assertThat(csv(List.of("a,\"b\"\nc", TIME, 7)))
                .isEqualTo("name,at,leaks\r\n\"a,\"\"b\"\"\nc\",2026-03-04T05:06:07Z,7\r\n");
    }

    @Test
    void keepsSpreadsheetsFromRunningFormulas() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(csv(List.of(start + "cmd()", TIME, -7)).lines().skip(1).findFirst())
                    .hasValueSatisfying(line -> assertThat(line).containsPattern("^\"?'"))
                    .hasValueSatisfying(line -> assertThat(line).doesNotContain("'-7"));
        }
    }

    @Test
    void writesJsonOfRowsAndWhatIsSaidAboutThem() throws IOException {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("job", "shop");
        about.put("new", 3);
        about.put("notes", List.of("one was skipped"));
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        new DataTable(COLUMNS, List.of(List.of("\u0000<b>\ud800", TIME, 7L))).writeJson("connleak-test", about, target);

        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("""
                {
                  "format": "connleak-test",
                  "version": 1,
                  "job": "shop",
                  "new": 3,
                  "notes": [
                    "one was skipped"
                  ],
                  "rows": [
                    {
                      "name": "\\u0000<b>\ufffd",
                      "at": "2026-03-04T05:06:07Z",
                      "leaks": 7
                    }
                  ]
                }
                """);
    }

    @Test
    void refusesRowsThatDoNotFitTheColumns() {
        assertThatThrownBy(() -> new DataTable(COLUMNS, List.of(List.of("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row of 1 cells in 3 columns");
    }

    private static String csv(List<Object> row) throws IOException {
        StringBuilder text = new StringBuilder();
        new DataTable(COLUMNS, List.of(row)).writeCsv(text);
        return text.toString();
    }
}
