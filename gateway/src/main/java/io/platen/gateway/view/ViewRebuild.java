package io.platen.gateway.view;

import io.platen.gateway.GatewayProperties;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * {@code platen.view.rebuild=true}: before the first event is read, the view is thrown away and the place in the topics
 * forgotten, so that the view is made again from their beginning. No other gateway may run meanwhile, because Kafka
 * keeps the place of a group that is in use.
 */
@Component
class ViewRebuild implements SmartLifecycle {

    /** The live stream's past is not made again: it would tell everybody everything a second time. */
    static final List<String> TABLES = List.of(
            "view_progress",
            "view_account",
            "view_user",
            "view_grant",
            "view_agent",
            "view_agent_health",
            "view_alert",
            "view_device",
            "view_supply",
            "view_low_toner",
            "view_assignment",
            "view_note",
            "view_device_state",
            "view_device_group",
            "view_device_request",
            "view_read",
            "view_counter_reset",
            "view_correction",
            "view_investigation",
            "view_ticket",
            "view_ticket_comment",
            "view_auto_toner",
            "view_order",
            "view_contract",
            "view_invoice",
            "view_invoice_line",
            "view_usage",
            "view_timeline");

    static final int STEP = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ViewRebuild.class);

    private final GatewayProperties properties;
    private final JdbcClient jdbc;
    private final KafkaAdmin kafka;
    private final String group;
    private volatile boolean running;

    ViewRebuild(
            GatewayProperties properties,
            JdbcClient jdbc,
            KafkaAdmin kafka,
            @Value("${platen.inbox.group:${spring.application.name}}") String service) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.kafka = kafka;
        this.group = service + "." + WhenAnythingHappensThenTheViewShowsIt.NAME;
    }

    @Override
    public void start() {
        running = true;
        if (properties.view().rebuild()) {
            forgetPlace();
            forgetRows();
            LOG.info("The view is thrown away and made again from the topics");
        }
    }

    /**
     * In steps, each a transaction of its own, because a long one holds back the readers of every event store in the
     * cluster; the application's role may not truncate. The view's progress goes first: stopped half-way, what is left is
     * written over by the events that come again.
     */
    void forgetRows() {
        TABLES.forEach(table -> forget(table, "true"));
        forget("inbox", "consumer = '" + WhenAnythingHappensThenTheViewShowsIt.NAME + "'");
    }

    private void forget(String table, String condition) {
        var step = "delete from " + table + " where ctid = any (array(select ctid from " + table + " where " + condition
                + " limit " + STEP + "))";
        while (jdbc.sql(step).update() == STEP) {
            LOG.info("{} rows of {} are gone", STEP, table);
        }
    }

    private void forgetPlace() {
        try (var admin = Admin.create(Map.copyOf(kafka.getConfigurationProperties()))) {
            admin.deleteConsumerGroups(List.of(group)).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw new IllegalStateException(
                        "The view cannot be rebuilt while another gateway reads the topics as " + group, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer, the view is left as it is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the view was rebuilt", e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ahead of everything that reads topics or the view. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }
}
