package org.maxdock.bench;

/** The same measured on both sides in turn, so that what slows the machine for a while slows both. */
record Pairs(Measured ours, Measured theirs, Measured ratios) {

    /** Milliseconds of one go. */
    interface Side {
        double millis() throws Exception;
    }

    /** At least five pairs, after one that warms up and does not count. */
    static Pairs of(int rounds, Side theirs, Side ours) throws Exception {
        Pairs pairs = new Pairs(new Measured(), new Measured(), new Measured());
        for (int round = 0; round <= rounds; round++) {
            double their = theirs.millis();
            double our = ours.millis();
            if (round > 0) {
                pairs.add(their, our);
            }
        }
        return pairs;
    }

    void add(double their, double our) {
        theirs.add(their);
        ours.add(our);
        ratios.add(our / their);
    }

    /** How long that takes. */
    static double millis(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** What is measured. */
    interface Work {
        void run() throws Exception;
    }
}
