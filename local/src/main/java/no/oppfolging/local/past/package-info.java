/** What has happened at the made-up company until today: HR told of it, and people followed it up. */
package no.oppfolging.local.past;
