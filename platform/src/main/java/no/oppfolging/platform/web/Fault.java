package no.oppfolging.platform.web;

/**
 * One thing wrong in one place of a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body; empty for the whole of it
 * @param message for a person; never what was written there
 * @param code for a program, lasting
 */
public record Fault(String pointer, String message, String code) {}
