package no.oppfolging.platform.testing;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a service answered over HTTP. */
public record Answered(int status, JsonNode body, Optional<String> etag) {}
