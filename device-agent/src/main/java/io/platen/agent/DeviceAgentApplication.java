package io.platen.agent;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent as a program: set up by environment or properties ({@link AgentConfig}), ended by a signal. */
public final class DeviceAgentApplication {

    private static final String LOGGING = "logback.configurationFile";
    private static final int MISCONFIGURED = 2;

    private DeviceAgentApplication() {}

    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "device-agent-logback.xml");
        }
        var log = LoggerFactory.getLogger(DeviceAgentApplication.class);
        DeviceAgent agent;
        try {
            agent = DeviceAgent.start(AgentConfig.fromEnvironment());
        } catch (IllegalArgumentException | IOException e) {
            log.error("cannot start: {}", e.getMessage());
            System.exit(MISCONFIGURED);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(agent, log), "shutdown"));
        new CountDownLatch(1).await();
    }

    private static void close(DeviceAgent agent, Logger log) {
        try {
            agent.close();
            log.info("ended");
        } catch (IOException e) {
            log.error("did not end well", e);
        }
    }
}
