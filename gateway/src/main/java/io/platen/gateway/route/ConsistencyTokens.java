package io.platen.gateway.route;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.ServerResponse;

/** Two services may name the same aggregate: the token says which of them the sequence belongs to. */
final class ConsistencyTokens {

    static final String HEADER = "Platen-Consistency";

    private ConsistencyTokens() {}

    static ServerResponse nameSource(String service, ServerResponse response) {
        var tokens = response.headers().getFirst(HEADER);
        if (tokens != null && !tokens.isBlank()) {
            response.headers()
                    .set(
                            HEADER,
                            Arrays.stream(tokens.split(","))
                                    .map(token -> service + "/" + token.strip())
                                    .collect(Collectors.joining(",")));
        }
        return response;
    }
}
