package corpus.libraries;

import java.util.Set;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A connection of the pool goes back by being closed. */
final class JedisConnections {
    private final JedisPool pool;

    JedisConnections(JedisPool pool) {
        this.pool = pool;
    }

    String getOk(String key) {
        try (Jedis jedis = pool.getResource()) {
            return jedis.get(key);
        }
    }

    String getBad(String key) {
        Jedis jedis = pool.getResource(); // LEAK: not-closed-on-exception
        String value = jedis.get(key);
        jedis.close();
        return value;
    }

    Set<String> keysBad(String pattern) {
        return pool.getResource().keys(pattern); // LEAK: temporary-never-closed
    }

    void pipelineOk(Iterable<String> keys) {
        try (Jedis jedis = pool.getResource()) {
            Pipeline pipeline = jedis.pipelined();
            for (String key : keys) {
                pipeline.del(key);
            }
            pipeline.sync();
        }
    }

    void brokenOk(String key) {
        Jedis jedis = null;
        try {
            jedis = pool.getResource();
            jedis.incr(key);
        } catch (JedisConnectionException e) {
            pool.returnBrokenResource(jedis);
            jedis = null;
        } finally {
            if (jedis != null) {
                pool.returnResource(jedis);
            }
        }
    }

    void ownBad(String host) {
        Jedis jedis = new Jedis(host); // LEAK: not-closed-on-exception
        jedis.ping();
        jedis.quit();
    }
}
