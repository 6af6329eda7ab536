/** Who is calling, in which role and by what tie, and what the table of authority says they may do and see. */
package no.oppfolging.platform.security;
