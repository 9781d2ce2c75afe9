package io.platen.endtoend;

/** A read as acknowledged, stored or seen: equal means the same read of the same device with the same count. */
record Read(String deviceId, String readId, String readOn, long total) {}
