package io.platen.notification.smtp;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code platen.mail.*}
 *
 * @param from the address that mails come from; its domain is in their Message-IDs
 * @param senders threads of each instance; with 0 messages wait
 * @param idle between two looks for messages
 * @param firstPause before the second try; each further one is twice as long, up to the longest
 * @param patience how long after its event a message is still sent
 * @param lease how long one try may take
 */
@ConfigurationProperties("platen.mail")
public record MailSettings(
        String from,
        String fromName,
        int senders,
        Duration idle,
        Duration firstPause,
        Duration longestPause,
        Duration patience,
        Duration lease) {

    /** @param attempt the one that failed, from 1 */
    public Duration pauseAfter(int attempt) {
        var pause = firstPause;
        for (int i = 1; i < attempt && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
