package io.platen.meter.upload;

import io.platen.contracts.id.ReadId;
import io.platen.contracts.id.UserId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The read of a row has the same id whenever the same person sends the same file. */
final class RowReadId {

    private RowReadId() {}

    static ReadId of(UserId user, String fileHash, int row) {
        var name = user + "\n" + fileHash + "\n" + row;
        return new ReadId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
