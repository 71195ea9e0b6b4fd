/**
 * Reviews before parameters are fitted. fsrs-rs accepts fewer; its authors found that some 200 are needed for weights that
 * hold over the next thousand (ankitects/anki#3094), and Anki asked for 400 (ankitects/anki#2999). One part in five is held
 * out here, so 400. Apart from the job, whose native optimizer must not reach a web server's bundle.
 */
export const leastReviews = 400;
