package io.platen.contracts.device;

/** How a device agent gets on with its reports. */
public enum AgentState {
    /** It hands over what it reads. */
    OK,
    /** More waits than it can hand over at once, because the platform was away. */
    BUFFERING,
    /** It has thrown reports away for lack of room. */
    DROPPING
}
