/** What a follow-up case's plan is, and the rules it keeps: plain Java, without framework or clock. */
package no.oppfolging.plans.domain;
