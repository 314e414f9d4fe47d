package corpus.libraries;

import java.util.Map;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.RedisConnectionUtils;
import org.springframework.data.redis.core.RedisTemplate;
import org.springframework.data.redis.core.ScanOptions;

/** Spring Data's cursors over Redis hold a connection. */
final class RedisCursorsOfSpring {
    private final RedisTemplate<String, String> template;
    private final RedisConnectionFactory factory;

    RedisCursorsOfSpring(RedisTemplate<String, String> template, RedisConnectionFactory factory) {
        this.template = template;
        this.factory = factory;
    }

    void scanBad() {
        Cursor<Map.Entry<Object, Object>> cursor = template.opsForHash().scan("visits", ScanOptions.NONE); // LEAK: never-closed
        while (cursor.hasNext()) {
            cursor.next();
        }
    }

    void scanOk() {
        try (Cursor<Map.Entry<Object, Object>> cursor = template.opsForHash().scan("visits", ScanOptions.NONE)) {
            while (cursor.hasNext()) {
                cursor.next();
            }
        }
    }

    void pingBad() {
        factory.getConnection().ping(); // LEAK: temporary-never-closed
    }

    void givenBackOk() {
        RedisConnection connection = factory.getConnection();
        try {
            connection.ping();
        } finally {
            RedisConnectionUtils.releaseConnection(connection, factory);
        }
    }
}
