/** People, employments, line managers and substitutes, dated: each service's own copy of what HR tells. */
package no.oppfolging.platform.directory;
