package no.oppfolging.local.story;

/** Something in the story did not come as it should; the message tells what. */
final class StoryWentWrong extends RuntimeException {
    StoryWentWrong(String what) {
        super(what);
    }
}
