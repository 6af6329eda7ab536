package no.oppfolging.platform.kernel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says for which purpose a {@link PersonalText} of an event is kept; without it, as {@link Purpose#FREE_TEXT}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface KeptFor {
    Purpose value();
}
