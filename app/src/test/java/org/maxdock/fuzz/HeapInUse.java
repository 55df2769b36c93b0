package org.maxdock.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.concurrent.atomic.AtomicInteger;

/** How much of the heap some work has in use, which may make much that it does not keep. */
final class HeapInUse {

    private static final int LOOKS = 5;

    private HeapInUse() {}

    /** Does it again and again until it was looked at some times while it went on; what was most, in bytes. */
    static long during(Runnable work) throws InterruptedException {
        long before = collected();
        AtomicInteger looks = new AtomicInteger();
        Thread worker = Thread.ofPlatform().start(() -> {
            do {
                work.run();
            } while (looks.get() < LOOKS);
        });
        long most = 0;
        while (worker.isAlive() && looks.getAndIncrement() < LOOKS) {
            most = Math.max(most, collected() - before);
        }
        worker.join();
        return most;
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
