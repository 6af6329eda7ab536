package no.oppfolging.platform.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which requirements of the domain a test shows, and where their user sees them; {@code docs/coverage.md} is made
 * of these. Only for tests that drive HTTP, a browser, a topic or a mailbox, and assert what comes out there.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
public @interface Shows {
    /** Ids such as {@code D-18}. */
    String[] value();

    /** The page, endpoint or topic. */
    String at();
}
