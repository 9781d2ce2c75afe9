package io.platen.gateway.read;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;

/** The next steps of a ticket, by the last part of their addresses. */
@Schema(enumAsRef = true)
public enum TicketAction {
    @JsonProperty("priority")
    PRIORITISE,
    @JsonProperty("assignment")
    ASSIGN,
    @JsonProperty("dispatch")
    DISPATCH,
    @JsonProperty("en-route")
    LEAVE,
    @JsonProperty("arrival")
    ARRIVE,
    @JsonProperty("resolution")
    RESOLVE,
    @JsonProperty("closure")
    CLOSE,
    @JsonProperty("comment")
    COMMENT,
    /** Write what the customer does not see. */
    @JsonProperty("internal")
    COMMENT_INTERNALLY
}
