package io.platen.gateway.live;

import io.platen.platform.eventstore.RestoredFromElsewhereCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stream's memory is read below the horizon, too: rows of another cluster would hold it up for ever. */
@Configuration(proxyBeanMethods = false)
class RestoredStream {

    @Bean
    RestoredFromElsewhereCheck restoredLiveEvents(JdbcClient jdbc) {
        return new RestoredFromElsewhereCheck(
                jdbc,
                "live_event",
                "The live stream",
                "run \"truncate live_event\" as the owner of the schema, which forgets what streams could be resumed"
                        + " from, and start again");
    }
}
