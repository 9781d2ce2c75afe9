package io.platen.gateway.read;

import io.platen.gateway.api.ViewHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;

/** Which time and position of the view an answer reflects, as its headers say. */
record Mark(Instant asOf, String position) {

    static Mark of(HttpServletResponse response) {
        var asOf = response.getHeader(ViewHeaders.AS_OF);
        var position = response.getHeader(ViewHeaders.POSITION);
        if (asOf == null || position == null) {
            throw new IllegalStateException("The path is not registered with ViewHeaders");
        }
        return new Mark(Instant.parse(asOf), position);
    }
}
