package corpus.libraries;

import java.io.IOException;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestHighLevelClient;
import org.springframework.data.elasticsearch.core.ElasticsearchOperations;
import org.springframework.data.elasticsearch.core.SearchHitsIterator;
import org.springframework.data.elasticsearch.core.query.Query;

/** Clients of Elasticsearch, and Spring Data's iterator, which ends its scroll when it is closed. */
final class ElasticsearchClients {
    boolean pingOk(HttpHost host) throws IOException {
        try (RestHighLevelClient client = new RestHighLevelClient(RestClient.builder(host))) {
            return client.ping(RequestOptions.DEFAULT);
        }
    }

    boolean pingBad(HttpHost host) throws IOException {
        RestHighLevelClient client = new RestHighLevelClient(RestClient.builder(host)); // LEAK: never-closed
        return client.ping(RequestOptions.DEFAULT);
    }

    void lowLevelBad(HttpHost host) throws IOException {
        RestClient client = RestClient.builder(host).build(); // LEAK: not-closed-on-exception
        client.performRequest(null);
        client.close();
    }

    int iterateOk(ElasticsearchOperations operations, Query query) {
        int seen = 0;
        try (SearchHitsIterator<String> hits = operations.searchForStream(query, String.class)) {
            while (hits.hasNext()) {
                hits.next();
                seen++;
            }
        }
        return seen;
    }

    int iterateBad(ElasticsearchOperations operations, Query query) {
        int seen = 0;
        SearchHitsIterator<String> hits = operations.searchForStream(query, String.class); // LEAK: not-closed-on-exception
        while (hits.hasNext()) {
            hits.next();
            seen++;
        }
        hits.close();
        return seen;
    }
}
