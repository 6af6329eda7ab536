/** Lets Axon route decisions about messages. */
package no.oppfolging.platform.messagedesk.write;
