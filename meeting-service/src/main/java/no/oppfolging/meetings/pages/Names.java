package no.oppfolging.meetings.pages;

import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;

/** What people are called on a page. */
record Names(Directory directory) {
    String of(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
