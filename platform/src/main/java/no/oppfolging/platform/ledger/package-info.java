/** What makes tampering with the log visible: leaves, and later the tree, checkpoints and proofs over them. */
package no.oppfolging.platform.ledger;
