package io.platen.gateway.route;

import io.platen.platform.command.Consistency;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.web.servlet.function.ServerResponse;

/** Two services may name the same aggregate: the token says which of them the sequence belongs to. */
final class ConsistencyTokens {

    private ConsistencyTokens() {}

    static ServerResponse nameSource(String service, ServerResponse response) {
        var tokens = response.headers().getFirst(Consistency.HEADER);
        if (tokens != null && !tokens.isBlank()) {
            response.headers()
                    .set(
                            Consistency.HEADER,
                            Arrays.stream(tokens.split(","))
                                    .map(token -> service + "/" + token.strip())
                                    .collect(Collectors.joining(",")));
        }
        return response;
    }
}
