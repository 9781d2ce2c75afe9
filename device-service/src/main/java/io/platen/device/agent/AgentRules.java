package io.platen.device.agent;

import java.time.Duration;

/** @param tellInterval how often an agent is told of that is as it was; well below the hour after which it counts as silent */
public record AgentRules(Duration tellInterval) {}
