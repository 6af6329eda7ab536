/** Catches what the product mails, and shows it. */
package no.oppfolging.local.mail;
