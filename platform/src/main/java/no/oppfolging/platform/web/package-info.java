/**
 * What is the same at every door: problem details, versions, read-your-writes, pages and their design, the word guard.
 */
package no.oppfolging.platform.web;
