package corpus.libraries;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A stream of rows holds its connection until it is closed; running it to its end closes nothing. */
final class SpringQueryForStream {
    List<String> namesOk(JdbcTemplate template) {
        try (Stream<String> names = template.queryForStream("SELECT name FROM users", (rows, i) -> rows.getString(1))) {
            return names.collect(Collectors.toList());
        }
    }

    List<String> namesBad(JdbcTemplate template) {
        Stream<String> names = template.queryForStream("SELECT name FROM users", (rows, i) -> rows.getString(1)); // LEAK: never-closed
        return names.collect(Collectors.toList());
    }

    long chainedBad(NamedParameterJdbcTemplate template) {
        return template.queryForStream("SELECT name FROM users", Map.of(), (rows, i) -> rows.getString(1)) // LEAK: temporary-never-closed
                .filter(name -> !name.isBlank())
                .count();
    }

    long derivedOk(JdbcTemplate template) {
        try (Stream<String> names =
                template.queryForStream("SELECT name FROM users", (rows, i) -> rows.getString(1)).map(String::trim)) {
            return names.filter(String::isEmpty).count();
        }
    }

    Stream<String> handedOutOk(JdbcTemplate template) {
        return template.queryForStream("SELECT name FROM users", (rows, i) -> rows.getString(1)).map(String::trim);
    }
}
