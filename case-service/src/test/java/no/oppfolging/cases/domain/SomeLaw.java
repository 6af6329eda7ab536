package no.oppfolging.cases.domain;

import no.oppfolging.cases.law.LawFiles;

/** The law as the files say it. */
final class SomeLaw {
    static final RuleSets NORWEGIAN_LAW = LawFiles.read();

    private SomeLaw() {}
}
