package io.platen.platform.access;

import java.util.Map;

/** A condition for a query over devices; its parameters are named {@code scope_...}. */
public record DeviceScope(String condition, Map<String, Object> params) {}
