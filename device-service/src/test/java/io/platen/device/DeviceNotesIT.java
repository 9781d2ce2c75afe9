package io.platen.device;

import static io.platen.device.Fleet.WEB_ADMINISTRATOR;
import static io.platen.device.Fleet.results;
import static io.platen.device.Fleet.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.platen.contracts.access.CustomerRole;
import io.platen.contracts.access.Function;
import io.platen.contracts.device.DeviceNoteChanged;
import io.platen.contracts.event.Topic;
import io.platen.contracts.id.DeviceId;
import org.junit.jupiter.api.Test;

/** Notes of a device (DEV-09 to DEV-12). */
class DeviceNotesIT extends DeviceScene {

    @Test
    void aNoteIsStoredByItselfAndTheLaterEditWins() {
        var first = "/api/devices/" + device + "/notes/1";

        assertThat(note(first, administrator, " Beside the lift ")).isEqualTo(204);
        assertThat(note(first, administrator, "Beside the lift")).isEqualTo(204);
        assertThat(note("/api/devices/" + device + "/notes/2", administrator, "Key at the desk"))
                .isEqualTo(204);
        assertThat(note(first, WEB_ADMINISTRATOR, "x")).isEqualTo(403);
        assertThat(note("/api/devices/" + device + "/notes/3", administrator, "x"))
                .isEqualTo(404);
        assertThat(note(first, deviceManager, "x")).isEqualTo(404);
        assign(manager);
        assertThat(note(first, deviceManager, "Second floor")).isEqualTo(204);

        var edited = events.await(
                Topic.DEVICE,
                DeviceNoteChanged.class,
                event -> event.deviceId().equals(device) && event.text().equals("Second floor"));
        assertThat(edited.previous()).isEqualTo("Beside the lift");
        assertThat(fleet.stored(device, "NoteChanged")).isEqualTo(3);
    }

    @Test
    void aNoteOfMoreThanAHundredCharactersIsRefused() {
        var answer = fleet.put(
                "/api/devices/" + device + "/notes/1", administrator, "{\"text\":\"" + "é".repeat(101) + "\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("NOTE_TOO_LONG");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("text");
        assertThat(note("/api/devices/" + device + "/notes/1", administrator, "é".repeat(100)))
                .isEqualTo(204);
    }

    @Test
    void notesMayBeFilledInWhileTaking() {
        var browsing = token(manager, account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var answer = fleet.post("/api/my-devices", browsing, """
                {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, device));

        assertThat(results(answer)).containsExactly("ASSIGNED");
        events.await(
                Topic.DEVICE, DeviceNoteChanged.class, event -> event.deviceId().equals(device) && event.note() == 2);
    }

    @Test
    void aNoteThatIsTooLongTakesNothing() {
        var browsing = token(manager, account, CustomerRole.DEVICE_MANAGER, Function.DEVICE_BROWSE_ACCOUNT);
        var answer = fleet.post("/api/my-devices", browsing, """
                {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"%s"}]}""".formatted(device, device, "x".repeat(101)));

        assertThat(answer.code()).isEqualTo("NOTE_TOO_LONG");
        assertThat(answer.json().path("errors").path(0).path("field").asString())
                .isEqualTo("notes[0].text");
        assertThat(jdbc.sql("select count(*) from device_assignment where device_id = ?")
                        .param(device.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoMayNotEditNotesMayNotFillThemIn() {
        var stock = token(
                fleet.user(account, CustomerRole.STOCK_MANAGER, Function.DEVICE_BROWSE_ACCOUNT),
                account,
                CustomerRole.STOCK_MANAGER,
                Function.DEVICE_BROWSE_ACCOUNT);

        assertThat(fleet.post("/api/my-devices", stock, """
                        {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, device))
                        .status())
                .isEqualTo(403);
        assertThat(fleet.post("/api/my-devices", stock, """
                        {"deviceIds":["%s"],"notes":[{"deviceId":"%s","note":2,"text":"Mine"}]}""".formatted(device, DeviceId.random()))
                        .status())
                .isEqualTo(400);
    }
}
