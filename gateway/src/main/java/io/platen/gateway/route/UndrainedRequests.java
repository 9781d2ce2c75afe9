package io.platen.gateway.route;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequestFactoryWrapper;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.support.HttpRequestWrapper;

/**
 * HTTP/1.1 to the services, closed without reading to the end: the usual factory drains what the client did not want,
 * and an endless stream then keeps its thread and its connection for ever.
 */
final class UndrainedRequests extends AbstractClientHttpRequestFactoryWrapper {

    UndrainedRequests(Duration connectLimit, Duration timeLimit) {
        super(jdk(connectLimit, timeLimit));
    }

    private static ClientHttpRequestFactory jdk(Duration connectLimit, Duration timeLimit) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectLimit)
                .build());
        requests.setReadTimeout(timeLimit);
        return requests;
    }

    @Override
    protected ClientHttpRequest createRequest(URI uri, HttpMethod method, ClientHttpRequestFactory factory)
            throws IOException {
        return new Request(factory.createRequest(uri, method));
    }

    private static final class Request extends HttpRequestWrapper implements ClientHttpRequest {

        private final ClientHttpRequest request;

        Request(ClientHttpRequest request) {
            super(request);
            this.request = request;
        }

        @Override
        public ClientHttpResponse execute() throws IOException {
            return new Response(request.execute());
        }

        @Override
        public java.io.OutputStream getBody() throws IOException {
            return request.getBody();
        }
    }

    private record Response(ClientHttpResponse response) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return response.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return response.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.getHeaders();
        }

        @Override
        public InputStream getBody() throws IOException {
            return response.getBody();
        }

        @Override
        public void close() {
            try {
                response.getBody().close();
            } catch (IOException e) {
                // It was to be closed anyway.
                return;
            }
        }
    }
}
