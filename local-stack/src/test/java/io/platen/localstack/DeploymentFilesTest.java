package io.platen.localstack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.localstack.apps.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docker-compose.yml, the chart, the dashboards and the alerts tell of the services as they are. */
class DeploymentFilesTest {

    private static final Path ROOT = StackPaths.findRoot();
    private static final Map<String, Object> COMPOSE = yaml("docker-compose.yml");
    private static final Map<String, Object> VALUES = yaml("deploy/helm/platen/values.yaml");

    /** Registered by the libraries, not by us. */
    private static final Set<String> OF_LIBRARIES = Set.of(
            "up",
            "hikaricp_connections_pending",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_max",
            "http_server_requests_seconds_sum",
            "kafka_consumer_fetch_manager_records_lag");

    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|JAAS).*");

    /** Required, or empty where nothing is said; never a value of the file's own. */
    private static final Pattern FROM_OUTSIDE = Pattern.compile("\\$\\{[A-Z_]+(:\\?[^}]*|:-)}");

    @ParameterizedTest
    @EnumSource(Service.class)
    void composeRunsEveryServiceAsItIs(Service service) {
        var its = map(map(COMPOSE, "services"), service.module());
        var environment = map(its, "environment");
        var build = map(its, "build");
        var port = service.defaultPort();

        assertThat(environment)
                .containsEntry("SERVER_PORT", port)
                .containsEntry("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/" + service.id())
                .containsEntry("SPRING_FLYWAY_URL", "jdbc:postgresql://postgres:5432/" + service.id())
                .containsEntry("SPRING_DATASOURCE_USERNAME", service.id() + "_app")
                .containsEntry("SPRING_FLYWAY_USER", service.id() + "_owner");
        assertThat(map(its, "healthcheck").get("test"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .endsWith(Integer.toString(port), service.contextPath() + "/actuator/health/readiness");
        assertThat(build).containsEntry("dockerfile", "deploy/docker/Dockerfile");
        assertThat(map(build, "args")).containsEntry("MODULE", service.module());
        assertThat(its).containsEntry("read_only", true).doesNotContainKey("profiles");
        if (service == Service.GATEWAY) {
            assertThat(String.valueOf(its.get("ports"))).contains("127.0.0.1").endsWith(":8080]");
        } else {
            assertThat(its).as("only the gateway is reached from outside").doesNotContainKey("ports");
            for (var each : Service.values()) {
                assertThat(map(map(map(COMPOSE, "services"), each.module()), "environment"))
                        .containsEntry(
                                "PLATEN_SERVICES_" + service.name(),
                                "http://" + service.module() + ":" + port + service.contextPath());
            }
        }
    }

    @Test
    void nothingInComposeIsRootAndEveryServerIsWatched() {
        map(COMPOSE, "services").forEach((name, value) -> {
            var its = asMap(value);
            assertThat(its.get("user"))
                    .as("user of %s", name)
                    .isNotNull()
                    .asString()
                    .doesNotStartWith("0")
                    .isNotEqualTo("root");
            assertThat(its.get("networks")).as("networks of %s", name).isEqualTo(List.of("platen"));
            assertThat(its.get("cap_drop")).as("capabilities of %s", name).isEqualTo(List.of("ALL"));
            if (!name.equals("databases")) {
                assertThat(its).as(name).containsKey("healthcheck");
            }
        });
        assertThat(map(COMPOSE, "networks")).hasSize(1);
    }

    @Test
    void theImageRunsTheUnpackedJarAsNobodyInParticular() {
        assertThat(lines("deploy/docker/Dockerfile"))
                .contains("USER 10001:10001", "ENTRYPOINT [\"java\", \"@java.options\", \"-jar\", \"app.jar\"]");
        assertThat(map(VALUES, "podSecurityContext"))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001);
        assertThat(map(VALUES, "securityContext"))
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("readOnlyRootFilesystem", true);
    }

    @Test
    void composeKnowsNoPasswordOutsideTheDemo() {
        var found = new ArrayList<String>();
        map(COMPOSE, "services").forEach((name, value) -> {
            var its = asMap(value);
            if (List.of("demo").equals(its.get("profiles")) || !its.containsKey("environment")) {
                return;
            }
            map(its, "environment").forEach((variable, setting) -> {
                if (SECRET.matcher(variable).matches()) {
                    found.add(variable);
                    assertThat(String.valueOf(setting))
                            .as(name + ": " + variable)
                            .matches(FROM_OUTSIDE);
                }
            });
        });
        // two for each service and for the one who makes the databases, PostgreSQL's own, and the gateway's as a client
        assertThat(found).hasSizeGreaterThan(4 * Service.values().length);
    }

    @Test
    void theDemoIsTheOnlyProfileAndAddsNothingButMail() {
        var demo = new TreeSet<String>();
        map(COMPOSE, "services").forEach((name, value) -> {
            if (asMap(value).containsKey("profiles")) {
                assertThat(asMap(value)).containsEntry("profiles", List.of("demo"));
                demo.add(name);
            }
        });
        assertThat(demo).containsExactly("mail");
    }

    @Test
    void kafkaKeepsWhatItHasAcknowledged() {
        assertThat(map(map(map(COMPOSE, "services"), "kafka"), "environment"))
                .containsEntry("KAFKA_LOG_FLUSH_INTERVAL_MESSAGES", 1)
                .containsEntry("KAFKA_LOG_RETENTION_MS", -1)
                .containsEntry("KAFKA_OFFSETS_RETENTION_MINUTES", 525_600)
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void theChartRunsEveryServiceAsItIs(Service service) {
        var its = map(map(VALUES, "services"), service.id());

        assertThat(its)
                .containsEntry("module", service.module())
                .containsEntry("port", service.defaultPort())
                .containsEntry("contextPath", service.contextPath());
        assertThat(map(its, "database"))
                .containsEntry("name", service.id())
                .containsEntry("owner", service.id() + "_owner")
                .containsEntry("app", service.id() + "_app")
                .containsKey("secret");
    }

    @Test
    void neitherForgetsOrInventsAService() {
        var modules = Stream.of(Service.values()).map(Service::module).toList();
        var built = map(COMPOSE, "services").entrySet().stream()
                .filter(entry -> asMap(entry.getValue()).containsKey("build"))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(built).containsExactlyInAnyOrderElementsOf(modules);
        assertThat(map(VALUES, "services").keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Service.values()).map(Service::id).toList());
        assertThat(text("deploy/postgres/databases.sh"))
                .contains(Stream.of(Service.values()).map(Service::id).toList());
        assertThat(text("deploy/docker/new-env.sh"))
                .contains(Stream.of(Service.values()).map(Service::name).toList());
    }

    @Test
    void theChartProbesAndProtectsAndTakesSecretsFromSecretsOnly() {
        var deployments = text("deploy/helm/platen/templates/deployments.yaml");
        var variables = lines("deploy/helm/platen/templates/_helpers.tpl");

        assertThat(deployments)
                .contains(
                        "startupProbe:",
                        "readinessProbe:",
                        "livenessProbe:",
                        "/actuator/health",
                        "{{ $health }}/readiness")
                .contains("podSecurityContext", ".Values.securityContext", "enableServiceLinks: false");
        assertThat(text("deploy/helm/platen/templates/poddisruptionbudgets.yaml"))
                .contains("range $id, $service := .Values.services", "kind: PodDisruptionBudget");
        var secrets = 0;
        for (int i = 0; i < variables.size(); i++) {
            if (SECRET.matcher(variables.get(i)).matches() && variables.get(i).startsWith("- name:")) {
                secrets++;
                assertThat(variables.subList(i + 1, i + 3))
                        .as(variables.get(i))
                        .containsExactly("  valueFrom:", "    secretKeyRef:");
            }
        }
        assertThat(secrets).isEqualTo(6);
    }

    @Test
    void everyMetricOfDashboardsAndAlertsIsOneOfOurs() {
        var known = metricsInTheSources();
        assertThat(known).contains("platen_commands", "platen_publication_lag");
        var unknown = new TreeSet<String>();
        var seen = new TreeSet<String>();
        for (var expression : expressions()) {
            for (var metric : PromQl.metrics(expression)) {
                seen.add(metric);
                if (!OF_LIBRARIES.contains(metric) && !known.contains(PromQl.withoutSuffix(metric))) {
                    unknown.add(metric);
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(seen)
                .contains(
                        "platen_commands_total",
                        "platen_rejections_total",
                        "platen_publication_lag_seconds",
                        "platen_inbox_delay_seconds_bucket",
                        "platen_dead_letters");
    }

    private static Set<String> metricsInTheSources() {
        var name = Pattern.compile("\"(platen(?:\\.[a-z]+)+)\"");
        var names = new TreeSet<String>();
        for (var module : List.of(
                "platform",
                "gateway",
                "identity-service",
                "device-service",
                "meter-service",
                "ticket-service",
                "supply-service",
                "billing-service",
                "notification-service")) {
            try (var sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (var source : sources.filter(file -> file.toString().endsWith(".java"))
                        .toList()) {
                    var code = Files.readString(source);
                    if (code.contains("io.micrometer")) {
                        name.matcher(code)
                                .results()
                                .forEach(found -> names.add(found.group(1).replace('.', '_')));
                    }
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return names;
    }

    private static List<String> expressions() {
        var all = new ArrayList<String>();
        try (var boards = Files.list(ROOT.resolve("deploy/grafana"))) {
            for (var board :
                    boards.filter(file -> file.toString().endsWith(".json")).toList()) {
                var before = all.size();
                collect(JsonMapper.shared().readTree(Files.readString(board)), all);
                assertThat(all.size())
                        .as("expressions in " + board.getFileName())
                        .isGreaterThan(before);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        for (var group : list(yaml("deploy/prometheus/alerts.yaml"), "groups")) {
            for (var rule : list(asMap(group), "rules")) {
                all.add(String.valueOf(asMap(rule).get("expr")));
            }
        }
        return all;
    }

    private static void collect(JsonNode node, List<String> into) {
        if (node.path("expr").isString()) {
            into.add(node.path("expr").asString());
        }
        node.forEach(child -> collect(child, into));
    }

    /** As much of the language as tells metrics from everything else. */
    private static final class PromQl {

        private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[a-z_][a-z0-9_]*(?![\\w.])(?!\\s*\\()");
        private static final Set<String> WORDS = Set.of("and", "or", "unless", "offset", "bool", "inf", "nan");

        static Set<String> metrics(String expression) {
            var bare = expression
                    .replaceAll("\"[^\"]*\"", "")
                    .replaceAll("\\{[^}]*}", "")
                    .replaceAll("\\[[^]]*]", "")
                    .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", "");
            var found = new TreeSet<String>();
            NAME.matcher(bare)
                    .results()
                    .map(match -> match.group())
                    .filter(word -> !WORDS.contains(word))
                    .forEach(found::add);
            return found;
        }

        static String withoutSuffix(String metric) {
            return metric.replaceFirst("(_total|(_seconds)?(_bucket|_count|_sum|_max)?)$", "");
        }
    }

    private static Map<String, Object> yaml(String file) {
        return asMap(new Yaml().load(text(file)));
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        return asMap(requireNonNull(parent.get(key), () -> "no " + key + " in " + parent.keySet()));
    }

    private static List<?> list(Map<String, Object> parent, String key) {
        return (List<?>) requireNonNull(parent.get(key), () -> "no " + key + " in " + parent.keySet());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<String> lines(String file) {
        return text(file).lines().toList();
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
