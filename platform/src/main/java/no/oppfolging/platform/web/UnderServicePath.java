package no.oppfolging.platform.web;

/**
 * A page that every service has under its own path, such as {@code /cases}, or an endpoint under {@code /api/cases}.
 */
public interface UnderServicePath {}
