package no.oppfolging.platform.messaging;

import java.util.UUID;

/** A key as one topic tells of it: the same case is told of on several. */
record TopicKey(String topic, UUID key) {}
