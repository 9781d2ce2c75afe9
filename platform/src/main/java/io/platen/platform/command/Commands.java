package io.platen.platform.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.platen.contracts.id.AccountId;
import io.platen.platform.eventstore.MetadataKeys;
import io.platen.platform.observability.Correlation;
import io.platen.platform.problem.CommonProblem;
import io.platen.platform.problem.Faults;
import io.platen.platform.problem.FieldProblem;
import io.platen.platform.problem.Problems;
import io.platen.platform.problem.Rejected;
import io.platen.platform.problem.Rejections;
import io.platen.platform.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a command once per caller and {@value #KEY_HEADER}: in one transaction with its stored answer, tried again when
 * somebody else changed the same thing. A repeat gets the stored answer, whether it was a success or a refusal; see
 * {@link ToldOnce} for what is not stored.
 */
public class Commands {

    /** Asked for on every command. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** Tells that an answer is the stored one. */
    public static final String REPLAYED_HEADER = "Platen-Replayed";

    private static final int MAX_KEY = 100;
    private static final int TRIES = 5;

    /** No key of a caller holds it. */
    private static final char KEY_OF_PART = '\n';

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final TransactionTemplate transaction;
    private final StoredAnswers answers;
    private final AppendedEvents appended;
    private final MeterRegistry meters;
    private final Rejections rejections;
    private final JsonMapper json;

    Commands(
            CommandGateway gateway,
            PlatformTransactionManager transactions,
            StoredAnswers answers,
            AppendedEvents appended,
            MeterRegistry meters,
            Rejections rejections,
            JsonMapper json) {
        this.gateway = gateway;
        this.transaction = new TransactionTemplate(transactions);
        this.answers = answers;
        this.appended = appended;
        this.meters = meters;
        this.rejections = rejections;
        this.json = json.rebuild()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }

    /**
     * A {@link Rejected} undoes everything and is stored as the answer; a 4xx that the work returns is stored together
     * with what the work did.
     *
     * @param body what the repeat of the request must have again
     * @param work may run more than once; only its last run has an effect
     */
    public <T> ResponseEntity<T> handle(
            Caller caller,
            HttpServletRequest request,
            @Nullable Object body,
            Function<CommandSession, ResponseEntity<T>> work) {
        return handle(caller, request, keyOf(request), fingerprint(request, body), work);
    }

    /**
     * Many commands in one request: each in a transaction of its own, with an answer of its own, so that none spoils
     * another. The repeat of a request that broke off does what is left and gets the stored answers of the rest.
     *
     * @param body what the repeat of the request must have again
     * @param work looks at a part before its transaction begins, and says what to do in it
     */
    public <P> PartAnswers handleEach(
            Caller caller,
            HttpServletRequest request,
            Object body,
            List<P> parts,
            Function<P, Function<CommandSession, ResponseEntity<Object>>> work) {
        var key = keyOf(request);
        var fingerprint = fingerprint(request, body);
        claim(caller, key, fingerprint);
        var each = new ArrayList<ResponseEntity<Object>>();
        for (var part : parts) {
            try {
                var keyOfPart = key + KEY_OF_PART + each.size();
                each.add(handle(caller, request, keyOfPart, fingerprint, work.apply(part)));
            } catch (RuntimeException e) {
                each.add(answerOfPart(e, request));
            }
        }
        return PartAnswers.of(each, json);
    }

    /** Before anything is done, so that another body under the same key does nothing at all. */
    private void claim(Caller caller, String key, String fingerprint) {
        transaction.executeWithoutResult(status -> {
            answers.lock(caller.subject(), key);
            var stored = answers.find(caller.subject(), key);
            if (stored.isEmpty()) {
                answers.store(
                        caller.subject(),
                        key,
                        answerOf(fingerprint, ResponseEntity.ok().build()));
            } else if (!stored.get().fingerprint().equals(fingerprint)) {
                throw Rejected.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
            }
        });
    }

    /** What concerns the part alone; what would befall the others as well ends the whole request. */
    private ResponseEntity<Object> answerOfPart(RuntimeException failure, HttpServletRequest request) {
        var rejected = Faults.asRejection(failure);
        if (rejected.code() == CommonProblem.SERVICE_UNAVAILABLE || rejected.code() == CommonProblem.NOT_SIGNED_IN) {
            throw failure;
        }
        if (rejected.code() == CommonProblem.INTERNAL_ERROR) {
            LOG.error("A part of {} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        rejections.count(rejected.code());
        return unchecked(Problems.of(rejected, Problems.languageOf(request)));
    }

    private <T> ResponseEntity<T> handle(
            Caller caller,
            HttpServletRequest request,
            String key,
            String fingerprint,
            Function<CommandSession, ResponseEntity<T>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(caller, key, fingerprint, work);
            } catch (Rejected rejected) {
                return refused(caller, key, fingerprint, rejected, request);
            } catch (ConcurrencyException | LockAcquisitionFailedException | PessimisticLockingFailureException e) {
                if (attempt == TRIES) {
                    count("conflict");
                    throw Rejected.of(CommonProblem.CONCURRENT_CHANGE);
                }
                pause(attempt);
            }
        }
    }

    private <T> ResponseEntity<T> once(
            Caller caller, String key, String fingerprint, Function<CommandSession, ResponseEntity<T>> work) {
        appended.begin();
        try {
            var answer = transaction.execute(status -> {
                answers.lock(caller.subject(), key);
                var stored = answers.find(caller.subject(), key);
                if (stored.isPresent()) {
                    return Commands.<T>replay(stored.get(), fingerprint);
                }
                var fresh = withPositions(work.apply(session(caller)));
                answers.store(caller.subject(), key, answerOf(fingerprint, fresh));
                return fresh;
            });
            count(
                    answer.getHeaders().containsHeader(REPLAYED_HEADER)
                            ? "replayed"
                            : answer.getStatusCode().isError() ? "rejected" : "accepted");
            return answer;
        } finally {
            appended.end();
        }
    }

    private <T> ResponseEntity<T> refused(
            Caller caller, String key, String fingerprint, Rejected rejected, HttpServletRequest request) {
        if (!isAnAnswer(rejected)) {
            count("rejected");
            throw rejected;
        }
        var problem = Problems.of(rejected, Problems.languageOf(request));
        var answer = transaction.execute(status -> {
            answers.lock(caller.subject(), key);
            var stored = answers.find(caller.subject(), key);
            if (stored.isPresent()) {
                return Commands.<T>replay(stored.get(), fingerprint);
            }
            answers.store(caller.subject(), key, answerOf(fingerprint, problem));
            return Commands.<T>unchecked(problem);
        });
        count("rejected");
        rejections.count(rejected.code());
        return answer;
    }

    /**
     * Whether the same key shall get this refusal for ever. What the caller may see and do can change a moment later,
     * when the access projection has caught up.
     */
    private static boolean isAnAnswer(Rejected rejected) {
        var code = rejected.code();
        return code != CommonProblem.IDEMPOTENCY_KEY_REUSED
                && code != CommonProblem.NOT_FOUND
                && code != CommonProblem.FORBIDDEN
                && !code.status().is5xxServerError();
    }

    private CommandSession session(Caller caller) {
        var common = new HashMap<String, Object>();
        common.put(MetadataKeys.ACTOR, caller.subject());
        common.put(MetadataKeys.CORRELATION, Correlation.current());
        return new CommandSession() {
            @Override
            @SuppressWarnings("TypeParameterUnusedInFormals") // the sender knows what its handler returns
            public <R extends @Nullable Object> R send(Object command, @Nullable AccountId account) {
                Map<String, Object> metadata = new HashMap<>(common);
                if (account != null) {
                    metadata.put(MetadataKeys.ACCOUNT, account.toString());
                }
                return gateway.sendAndWait(
                        GenericCommandMessage.asCommandMessage(command).withMetaData(metadata));
            }
        };
    }

    private <T> ResponseEntity<T> withPositions(ResponseEntity<T> fresh) {
        var positions = appended.positions();
        if (positions.isEmpty()) {
            return fresh;
        }
        var headers = new HttpHeaders(fresh.getHeaders());
        headers.set(Consistency.HEADER, positions);
        return new ResponseEntity<>(fresh.getBody(), headers, fresh.getStatusCode());
    }

    private StoredAnswers.Answer answerOf(String fingerprint, ResponseEntity<?> answer) {
        var headers = StoredAnswers.headersOf(answer.getHeaders());
        var body = answer.getBody() instanceof ToldOnce once ? once.toldAgain() : answer.getBody();
        if (body != null && answer.getHeaders().getContentType() == null) {
            headers.put(HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_JSON_VALUE));
        }
        return new StoredAnswers.Answer(
                fingerprint,
                answer.getStatusCode().value(),
                headers,
                body == null ? null : json.writeValueAsString(body));
    }

    private static <T> ResponseEntity<T> replay(StoredAnswers.Answer stored, String fingerprint) {
        if (!stored.fingerprint().equals(fingerprint)) {
            throw Rejected.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
        }
        var answer = stored.replay();
        var headers = new HttpHeaders(answer.getHeaders());
        headers.set(REPLAYED_HEADER, "true");
        return unchecked(new ResponseEntity<>(answer.getBody(), headers, answer.getStatusCode()));
    }

    /** The body goes to the message converters and nowhere else, so that its static type does not matter. */
    @SuppressWarnings("unchecked")
    private static <T> ResponseEntity<T> unchecked(ResponseEntity<?> answer) {
        return (ResponseEntity<T>) answer;
    }

    private static String keyOf(HttpServletRequest request) {
        var key = request.getHeader(KEY_HEADER);
        if (key == null || key.isBlank()) {
            throw Rejected.of(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        if (key.length() > MAX_KEY) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED)
                    .field(KEY_HEADER, FieldProblem.TOO_LONG, Map.of("max", MAX_KEY));
        }
        if (key.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw Rejected.of(CommonProblem.VALIDATION_FAILED).field(KEY_HEADER, FieldProblem.INVALID_FORMAT, Map.of());
        }
        return key;
    }

    private String fingerprint(HttpServletRequest request, @Nullable Object body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var query = request.getQueryString();
            var line = request.getMethod() + ' ' + request.getRequestURI() + '?' + (query == null ? "" : query) + '\n';
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            if (body != null) {
                digest.update(json.writeValueAsBytes(body));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(int attempt) {
        var millis = ThreadLocalRandom.current().nextLong(2, 10L << attempt);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private void count(String outcome) {
        meters.counter("platen.commands", "outcome", outcome).increment();
    }
}
