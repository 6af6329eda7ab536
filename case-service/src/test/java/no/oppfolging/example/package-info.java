/** What somebody outside the project can write with the files of {@code contracts/} alone. */
package no.oppfolging.example;
