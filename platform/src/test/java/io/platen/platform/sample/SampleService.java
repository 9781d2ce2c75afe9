package io.platen.platform.sample;

import io.platen.contracts.access.Function;
import io.platen.contracts.event.PublishedEvent;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.AccountId;
import io.platen.contracts.id.DeviceId;
import io.platen.contracts.identity.UserLanguageChanged;
import io.platen.platform.access.Access;
import io.platen.platform.access.AccessibleDevice;
import io.platen.platform.command.Commands;
import io.platen.platform.eventstore.StoredEventTypes;
import io.platen.platform.inbox.InboxConsumer;
import io.platen.platform.inbox.Received;
import io.platen.platform.security.Audience;
import io.platen.platform.security.Caller;
import io.platen.platform.security.OpenTo;
import io.platen.platform.security.RequiresFunction;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service of tallies. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.ASSIGNABLE_TYPE,
                        classes = Tally.class))
@Import({
    SampleService.Tallies.class,
    SampleService.WhenLanguageChangesThenCount.class,
    SampleService.WhenLanguageChangesThenList.class
})
class SampleService {

    @Bean
    StoredEventTypes storedEvents() {
        return StoredEventTypes.of(Tally.TallyEvent.class);
    }

    record Amount(
            @NotNull @Max(1000) Integer by,
            @Nullable @Size(max = 5) String note) {}

    record Total(String tally, int total) {}

    @RestController
    static class Tallies {

        private final Commands commands;
        private final Access access;

        Tallies(Commands commands, Access access) {
            this.commands = commands;
            this.access = access;
        }

        @PostMapping("/api/tallies/{id}")
        @RequiresFunction(Function.METER_SUBMIT)
        ResponseEntity<Total> add(
                Caller caller, HttpServletRequest request, @PathVariable String id, @Valid @RequestBody Amount amount) {
            return commands.handle(caller, request, amount, session -> {
                AccountId account = caller.grants().getFirst().account();
                int total = session.<Integer>send(new Tally.Add(id, amount.by()), account);
                return ResponseEntity.created(URI.create("/api/tallies/" + id)).body(new Total(id, total));
            });
        }

        @GetMapping("/api/devices/{deviceId}")
        @RequiresFunction({Function.DEVICE_VIEW, Function.AGENT_REPORT})
        AccessibleDevice device(Caller caller, @PathVariable DeviceId deviceId) {
            var function = caller.kind() == Caller.Kind.AGENT ? Function.AGENT_REPORT : Function.DEVICE_VIEW;
            return access.requireDevice(caller, function, deviceId);
        }

        @GetMapping("/api/open")
        @OpenTo(Audience.ANYBODY)
        String open(@RequestParam(defaultValue = "false") boolean broken) {
            if (broken) {
                throw new IllegalStateException("a secret of the inside");
            }
            return "open";
        }

        @GetMapping("/api/me")
        @OpenTo(Audience.SIGNED_IN)
        Map<String, String> me(Caller caller) {
            return Map.of("subject", caller.subject());
        }

        @GetMapping("/api/forgotten")
        String forgotten() {
            return "nobody should read this";
        }
    }

    /** Counts in a tally by user; some languages make it fail. */
    static class WhenLanguageChangesThenCount implements InboxConsumer {

        private final CommandGateway commands;
        private final Map<Object, Boolean> failedOnce = new ConcurrentHashMap<>();

        WhenLanguageChangesThenCount(CommandGateway commands) {
            this.commands = commands;
        }

        @Override
        public String name() {
            return "language";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.IDENTITY);
        }

        @Override
        public boolean concerns(Class<? extends PublishedEvent> type) {
            return type == UserLanguageChanged.class;
        }

        @Override
        public void on(Received received) {
            if (received.event() instanceof UserLanguageChanged changed) {
                commands.sendAndWait(new Tally.Add("language-" + changed.userId(), 1));
                if (changed.language().equals("never")) {
                    throw new IllegalStateException("It fails every time");
                }
                if (changed.language().equals("second") && failedOnce.putIfAbsent(changed.userId(), true) == null) {
                    throw new IllegalStateException("It fails the first time");
                }
            }
        }
    }

    /** Lists event ids in a table by user, and knows how many shared a transaction. */
    static class WhenLanguageChangesThenList implements InboxConsumer {

        private final JdbcClient jdbc;
        private final Semaphore gate = new Semaphore(1);
        private final Map<Long, Integer> byTransaction = new ConcurrentHashMap<>();

        WhenLanguageChangesThenList(JdbcClient jdbc) {
            this.jdbc = jdbc;
            jdbc.sql("create table if not exists sample_language"
                            + " (position bigint generated always as identity, user_id text, event_id text unique)")
                    .update();
        }

        @Override
        public String name() {
            return "projection";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.IDENTITY);
        }

        @Override
        public boolean onlyProjects() {
            return true;
        }

        @Override
        public void on(Received received) {
            gate.acquireUninterruptibly();
            gate.release();
            if (received.event() instanceof UserLanguageChanged changed) {
                jdbc.sql("insert into sample_language (user_id, event_id) values (?, ?)")
                        .params(changed.userId().toString(), received.metadata().eventId())
                        .update();
                var transaction = jdbc.sql("select pg_current_xact_id()::text::bigint")
                        .query(Long.class)
                        .single();
                byTransaction.merge(transaction, 1, Integer::sum);
                if (changed.language().equals("unprojectable")) {
                    throw new IllegalStateException("It cannot be projected");
                }
            }
        }

        void hold() {
            gate.acquireUninterruptibly();
        }

        void release() {
            gate.release();
        }

        List<String> seen(Object user) {
            return jdbc.sql("select event_id from sample_language where user_id = ? order by position")
                    .param(user.toString())
                    .query((row, number) -> row.getString("event_id"))
                    .list();
        }

        int mostTogether() {
            return byTransaction.values().stream()
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
        }
    }
}
