package io.platen.notification;

import io.platen.platform.testing.EndpointMatrix;
import io.platen.platform.testing.PlatenIT;

/** So far nobody asks this service anything; the table is there for the first endpoint. */
@PlatenIT
class NotificationEndpointsIT extends EndpointMatrix {}
