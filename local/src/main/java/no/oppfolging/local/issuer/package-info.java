/** An OpenID Connect issuer with made-up people and no passwords. */
package no.oppfolging.local.issuer;
