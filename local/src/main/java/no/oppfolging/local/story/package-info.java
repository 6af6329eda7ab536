/** One sick leave told from beginning to end through HTTP, Kafka and mail, and then told again by the logs. */
package no.oppfolging.local.story;
