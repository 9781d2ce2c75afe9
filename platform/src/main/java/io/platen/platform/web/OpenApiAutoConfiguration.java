package io.platen.platform.web;

import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.AgentId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.id.ModelId;
import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import io.platen.platform.command.Commands;
import io.platen.platform.command.Consistency;
import io.platen.platform.security.Caller;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** What every operation's description has in common. */
@AutoConfiguration
@ConditionalOnClass(SpringDocUtils.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiAutoConfiguration {

    static {
        var springdoc = SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        for (var id :
                List.of(AccountId.class, AgentId.class, DeviceId.class, ModelId.class, ReadId.class, UserId.class)) {
            springdoc.replaceWithSchema(id, new UUIDSchema());
        }
    }

    @Bean
    GlobalOperationCustomizer commonToAllOperations() {
        return (operation, handler) -> {
            var command = List.of(handler.getMethod().getParameterTypes())
                    .contains(jakarta.servlet.http.HttpServletRequest.class);
            if (operation.getResponses() == null) {
                operation.setResponses(new ApiResponses());
            }
            if (command) {
                operation.addParametersItem(new HeaderParameter()
                        .name(Commands.KEY_HEADER)
                        .required(true)
                        .description("Chosen by the sender; a repeat with the same key gets the same answer")
                        .schema(new StringSchema().minLength(1).maxLength(100)));
                operation
                        .getResponses()
                        .values()
                        .forEach(response -> response.addHeaderObject(
                                Consistency.HEADER,
                                new Header()
                                        .description("A GET may send it back to wait for the view")
                                        .schema(new StringSchema())));
            }
            operation.getResponses().addApiResponse("default", problem());
            return operation;
        };
    }

    private static ApiResponse problem() {
        var schema = new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new io.swagger.v3.oas.models.media.IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("correlationId", new StringSchema());
        return new ApiResponse()
                .description("A problem, in the language asked for")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
