/** The figures of an organisation's quarters (kvartalstall), and that each of them is told once. */
package no.oppfolging.cases.domain.figures;
