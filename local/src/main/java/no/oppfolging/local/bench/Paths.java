package no.oppfolging.local.bench;

import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.LocalPostgres;

/** What is measured beside each other, on one server. */
record Paths(LocalPostgres postgres, PlainTable plain, StockLog stock, OurLog ours, Database oursDatabase) {}
