package corpus.libraries;

import java.io.IOException;
import org.elasticsearch.action.search.ClearScrollRequest;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.action.search.SearchResponse;
import org.elasticsearch.action.search.SearchScrollRequest;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestHighLevelClient;
import org.elasticsearch.common.unit.TimeValue;

/** A scroll is a context on the server, known to the client by its id alone. */
final class ElasticsearchScroll {
    long clearedOk(RestHighLevelClient client, SearchRequest request) throws IOException {
        request.scroll(TimeValue.timeValueMinutes(1));
        SearchResponse response = client.search(request, RequestOptions.DEFAULT);
        String id = response.getScrollId();
        try {
            return client.scroll(new SearchScrollRequest(id), RequestOptions.DEFAULT).getHits().getTotalHits().value;
        } finally {
            ClearScrollRequest clear = new ClearScrollRequest();
            clear.addScrollId(id);
            client.clearScroll(clear, RequestOptions.DEFAULT);
        }
    }

    long forgottenBad(RestHighLevelClient client, SearchRequest request) throws IOException {
        request.scroll(TimeValue.timeValueMinutes(1));
        SearchResponse response = client.search(request, RequestOptions.DEFAULT); // FN: never-closed
        String id = response.getScrollId();
        return client.scroll(new SearchScrollRequest(id), RequestOptions.DEFAULT).getHits().getTotalHits().value;
    }

    long withoutScrollOk(RestHighLevelClient client, SearchRequest request) throws IOException {
        return client.search(request, RequestOptions.DEFAULT).getHits().getTotalHits().value;
    }
}
