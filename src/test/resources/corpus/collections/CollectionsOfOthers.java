package corpus.collections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** What is put into a collection that somebody else holds is theirs; a list that a stream collects holds the same elements. */
final class CollectionsOfOthers {
    private final UnseenDomains domains;
    private final Map<String, Driver> cache = new HashMap<>();

    CollectionsOfOthers(UnseenDomains domains) {
        this.domains = domains;
    }

    void close() {
        cache.values().forEach(Driver::close);
    }

    void putOk(String name, String uri) {
        Driver driver = GraphDatabase.driver(uri);
        domains.getDrivers().put(name, driver);
    }

    void putByNameOk(String name, String uri) {
        Driver driver = GraphDatabase.driver(uri);
        Map<String, Driver> all = domains.getDrivers();
        all.put(name, driver);
    }

    void putIntoTheFieldOk(String name, String uri) {
        Map<String, Driver> all = cache;
        all.put(name, GraphDatabase.driver(uri));
    }

    int putIntoItsOwnBad(String name, String uri) {
        Map<String, Driver> all = new HashMap<>();
        all.put(name, GraphDatabase.driver(uri)); // LEAK: never-closed
        return all.size();
    }

    void collectedOk(String uri) {
        List<Driver> one = new ArrayList<>();
        one.add(GraphDatabase.driver(uri));
        List<Driver> there = one.stream().filter(Objects::nonNull).collect(Collectors.toList());
        for (Driver driver : there) {
            driver.close();
        }
    }

    int collectedBad(String uri) {
        List<Driver> one = new ArrayList<>();
        one.add(GraphDatabase.driver(uri)); // LEAK: never-closed
        List<Driver> there = one.stream().filter(Objects::nonNull).collect(Collectors.toList());
        return there.size();
    }
}
