package corpus.libraries;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that a subscriber gets is the subscriber's to close. */
final class R2dbcConnections {
    Flux<String> usingOk(ConnectionFactory factory) {
        return Flux.usingWhen(factory.create(), connection -> names(connection), Connection::close);
    }

    Flux<String> flatMapBad(ConnectionFactory factory) {
        return Flux.from(factory.create()).flatMap(connection -> names(connection)); // LEAK: temporary-never-closed
    }

    Mono<Connection> preparedOk(ConnectionFactory factory) {
        return Mono.from(factory.create()).flatMap(connection -> prepared(connection));
    }

    private static Mono<Connection> prepared(Connection connection) {
        return Mono.from(connection.createStatement("SET ROLE shop").execute()).thenReturn(connection);
    }

    String blockingBad(ConnectionFactory factory) {
        Connection connection = Mono.from(factory.create()).block(); // LEAK: never-closed
        return connection.getMetadata().getDatabaseVersion();
    }

    String blockingOk(ConnectionFactory factory) {
        Connection connection = Mono.from(factory.create()).block();
        try {
            return connection.getMetadata().getDatabaseVersion();
        } finally {
            Mono.from(connection.close()).block();
        }
    }

    private static Publisher<String> names(Connection connection) {
        return Flux.from(connection.createStatement("SELECT name FROM users").execute())
                .flatMap(result -> result.map((row, metadata) -> row.get(0, String.class)));
    }
}
