package io.platen.device.register;

import io.platen.contracts.access.Function;
import io.platen.contracts.device.Counter;
import io.platen.contracts.device.TonerColour;
import io.platen.contracts.id.ModelId;
import io.platen.device.DeviceProblem;
import io.platen.device.directory.Models;
import io.platen.device.model.ModelCommand.RegisterModel;
import io.platen.device.model.ModelFacts;
import io.platen.platform.command.Commands;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Rejected;
import io.platen.platform.security.Caller;
import io.platen.platform.security.RequiresFunction;
import io.platen.platform.web.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers a type of machine. */
@RestController
class ModelController {

    /** @param ratedMonthlyPages the maker's figure */
    record RegisterModelRequest(
            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String manufacturer,

            @NotBlank @Size(max = 100) @Pattern(regexp = PlainText.REGEX)
            String name,

            @NotNull @Size(min = 1, max = 3) List<@NotNull Counter> counters,
            @NotNull @Size(max = 4) List<@NotNull TonerColour> tonerColours,
            @NotNull Boolean autoTonerCapable,
            @Min(1) @Max(10_000_000) @Nullable Integer ratedMonthlyPages,
            @Min(4) @Max(9) @Nullable Integer counterDigits) {}

    record RegisteredModel(ModelId id) {}

    private final Commands commands;
    private final Models models;

    ModelController(Commands commands, Models models) {
        this.commands = commands;
        this.models = models;
    }

    @PostMapping("/api/models")
    @ResponseStatus(HttpStatus.CREATED)
    @RequiresFunction(Function.PLATFORM_ADMIN)
    ResponseEntity<RegisteredModel> register(
            Caller caller, HttpServletRequest request, @Valid @RequestBody RegisterModelRequest body) {
        check(body);
        return commands.handle(caller, request, body, session -> {
            var model = ModelId.random();
            var facts = new ModelFacts(
                    body.manufacturer().strip(),
                    body.name().strip(),
                    body.counters(),
                    body.tonerColours(),
                    body.autoTonerCapable(),
                    body.ratedMonthlyPages(),
                    body.counterDigits());
            session.send(new RegisterModel(model, facts), null);
            models.add(model, facts);
            return ResponseEntity.status(HttpStatus.CREATED).body(new RegisteredModel(model));
        });
    }

    private static void check(RegisterModelRequest body) {
        if (!ModelFacts.consistent(body.counters())) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("counters", DeviceProblem.COUNTERS_INCONSISTENT, Map.of());
        }
        if (!ModelFacts.consistent(body.counters(), body.tonerColours(), body.autoTonerCapable())) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field("tonerColours", DeviceProblem.COLOURS_INCONSISTENT, Map.of());
        }
    }
}
