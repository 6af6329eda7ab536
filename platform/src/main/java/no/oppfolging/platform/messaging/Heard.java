package no.oppfolging.platform.messaging;

/** How far each producer has been heard about each key: what comes again, and what is missing. */
interface Heard {
    /** The last position that is over; 0 when nothing was heard. */
    long last(TopicKey of);

    /** Nothing more is to be done with what was told up to a position: what follows has its turn. */
    void upTo(TopicKey of, long position);

    /** How a message stands to what has been heard. */
    enum Turn {
        NEXT,
        REPEAT,
        HOLE
    }

    default Turn turnOf(TopicKey of, Place place) {
        var last = last(of);
        if (place.position() <= last) {
            return Turn.REPEAT;
        }
        return place.previous() > last ? Turn.HOLE : Turn.NEXT;
    }
}
