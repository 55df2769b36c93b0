package org.maxdock.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maxdock.engine.EngineParsers;
import org.maxdock.host.HostParsers;
import org.maxdock.image.ImageParsers;
import org.maxdock.launch.LaunchParsers;
import org.maxdock.mount.MountParsers;
import org.maxdock.node.NodeParsers;
import org.maxdock.paste.PasteParsers;
import org.maxdock.registry.RegistryParsers;
import org.maxdock.slurm.SlurmParsers;
import org.maxdock.store.StoreParsers;
import org.maxdock.text.Printable;
import org.maxdock.text.TextParsers;
import org.maxdock.text.Trouble;
import org.maxdock.ui.terminals.TerminalParsers;

/**
 * Whatever others write, whoever reads it comes to an end, and says no more than that it cannot be read. Of the memory
 * is measured what the reading thread asks for with an input, all of it together, whether it is kept or not: the heap
 * cannot have grown by more. Where that is too much, it is read again, and what is in use meanwhile is looked at after
 * collecting the garbage ({@link HeapInUse}). {@code -Dmaxdock.fuzz=1000000} gives each reader a million inputs;
 * without it, each gets a second's worth. A seed that found something is tried again by {@code -Dmaxdock.seed=SEED
 * -Dmaxdock.fuzz.only=NAME}.
 */
@Timeout(36_000)
class FuzzTest {

    private static final long SEED = Long.getLong("maxdock.seed", new Random().nextLong());
    private static final int INPUTS = Integer.getInteger("maxdock.fuzz", 0);
    private static final String ONLY = System.getProperty("maxdock.fuzz.only", "");
    private static final long BRIEFLY = Duration.ofMillis(900).toNanos();
    private static final ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(ThreadMXBean.class); // others use the processor, too
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final long MOST_BYTES = 64L << 20;
    private static final int SHOWN = 2000;

    static Stream<Fuzzed> readers() {
        return Stream.of(
                        TextParsers.all(),
                        HostParsers.all(),
                        RegistryParsers.all(),
                        EngineParsers.all(),
                        SlurmParsers.all(),
                        ImageParsers.all(),
                        MountParsers.all(),
                        NodeParsers.all(),
                        LaunchParsers.all(),
                        PasteParsers.all(),
                        StoreParsers.all(),
                        TerminalParsers.all())
                .flatMap(List::stream)
                .filter(f -> f.name().contains(ONLY));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nothingButTroublesComesOutAndSoon(Fuzzed fuzzed) throws Exception {
        for (byte[] sample : fuzzed.samples()) {
            fuzzed.reader().read(sample); // these are to be read
        }
        Nasty nasty = new Nasty(SEED);
        long begun = System.nanoTime();
        long slowest = 0;
        long largest = 0;
        int count = 0;
        int refused = 0;
        while (INPUTS == 0 ? System.nanoTime() - begun < BRIEFLY : count < INPUTS) {
            byte[] input = nasty.next(fuzzed.samples());
            long start = System.nanoTime();
            long startOfWork = THREADS.getCurrentThreadCpuTime();
            long before = THREADS.getCurrentThreadAllocatedBytes();
            refused += isRefused(fuzzed, input) ? 1 : 0;
            long asked = THREADS.getCurrentThreadAllocatedBytes() - before;
            long worked = THREADS.getCurrentThreadCpuTime() - startOfWork;
            long took = Math.min(worked, System.nanoTime() - start); // a virtual machine's processor time may jump
            slowest = Math.max(slowest, took);
            largest = Math.max(largest, asked);
            if (asked >= MOST_BYTES) {
                assertThat(HeapInUse.during(() -> isRefused(fuzzed, input)))
                        .as(() -> told(fuzzed, input))
                        .isLessThan(MOST_BYTES);
            }
            assertThat(Duration.ofNanos(took)).as(() -> told(fuzzed, input)).isLessThan(LONGEST);
            count++;
        }
        System.out.printf(
                "%s: %d inputs, %d refused, the slowest %d ms, the largest %d kB, seed %d%n",
                fuzzed, count, refused, Duration.ofNanos(slowest).toMillis(), largest >> 10, SEED);
        assertThat(count).isPositive();
    }

    private static boolean isRefused(Fuzzed fuzzed, byte[] input) {
        try {
            fuzzed.reader().read(input);
            return false;
        } catch (Trouble e) {
            if (e.getCause() instanceof StackOverflowError) {
                fail(told(fuzzed, input) + " is read by a reader that calls itself too often", e);
            }
            return true;
        } catch (RuntimeException | Error e) {
            return fail(told(fuzzed, input), e);
        }
    }

    private static String told(Fuzzed fuzzed, byte[] input) {
        String text = Printable.line(new String(input, StandardCharsets.UTF_8), SHOWN);
        return fuzzed + " with seed " + SEED + ", " + input.length + " bytes: " + text;
    }
}
