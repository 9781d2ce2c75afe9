package io.platen.device;

import io.platen.device.agent.AgentEvent;
import io.platen.device.agent.AgentRules;
import io.platen.device.assignment.AssignmentEvent;
import io.platen.device.group.GroupEvent;
import io.platen.device.machine.DeviceEvent;
import io.platen.device.machine.MonitoringRules;
import io.platen.device.machine.ReportingRules;
import io.platen.device.model.ModelEvent;
import io.platen.device.request.RequestEvent;
import io.platen.platform.eventstore.StoredEventTypes;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service stores, and the figures of its rules. */
@Configuration(proxyBeanMethods = false)
class DeviceServiceConfiguration {

    @Bean
    StoredEventTypes storedEventTypes() {
        return StoredEventTypes.of(
                ModelEvent.class,
                DeviceEvent.class,
                AssignmentEvent.class,
                RequestEvent.class,
                GroupEvent.class,
                AgentEvent.class);
    }

    @Bean
    AgentRules agentRules(@Value("${platen.device.agent-interval}") Duration tellInterval) {
        return new AgentRules(tellInterval);
    }

    @Bean
    ReportingRules reportingRules(
            @Value("${platen.device.counter-interval}") Duration counterInterval,
            @Value("${platen.device.announce-interval}") Duration announceInterval) {
        return new ReportingRules(counterInterval, announceInterval);
    }

    @Bean
    MonitoringRules monitoringRules(@Value("${platen.device.silent-after}") Duration silentAfter) {
        return new MonitoringRules(silentAfter);
    }
}
