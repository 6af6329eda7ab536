/** News between services: publisher, inbox, envelope, contracts, watermarks, and messages that wait or were refused. */
package no.oppfolging.platform.messaging;
