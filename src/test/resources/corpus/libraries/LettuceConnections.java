package corpus.libraries;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;

/** Connections of Lettuce, and the client that owns them. */
final class LettuceConnections {
    String getOk(RedisClient client, String key) {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return connection.sync().get(key);
        }
    }

    String getBad(RedisClient client, String key) {
        StatefulRedisConnection<String, String> connection = client.connect(); // LEAK: never-closed
        return connection.sync().get(key);
    }

    String chainedBad(RedisClient client, String key) {
        return client.connect().sync().get(key); // LEAK: temporary-never-closed
    }

    String clientOk(String uri, String key) {
        RedisClient client = RedisClient.create(uri);
        try {
            return client.connect().sync().get(key);
        } finally {
            client.shutdown();
        }
    }

    String clusterBad(RedisClusterClient client, String key) {
        StatefulRedisClusterConnection<String, String> connection = client.connect(); // LEAK: not-closed-on-exception
        String value = connection.sync().get(key);
        connection.close();
        return value;
    }
}
