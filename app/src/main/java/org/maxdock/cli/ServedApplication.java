package org.maxdock.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.maxdock.host.Running;
import org.maxdock.host.local.LocalHost;
import org.maxdock.launch.Browser;
import org.maxdock.launch.LaunchPlan;
import org.maxdock.launch.OpenApplication;
import org.maxdock.launch.ServedPort;
import org.maxdock.operation.Workbench;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Runs a launch that is an application on a port: its output passes through, and its page opens in a browser as soon as
 * it answers.
 */
final class ServedApplication {

    private final Console console;
    private final Workbench bench;

    ServedApplication(Console console, Workbench bench) {
        this.console = console;
        this.bench = bench;
    }

    /** @param quiet only tell the address, open no browser */
    int run(LaunchPlan plan, boolean quiet) throws Trouble {
        try (Running running = bench.launcher().start(plan)) {
            Thread look = Thread.ofVirtual().start(() -> open(plan, quiet));
            int status = new PassThrough(running, console.err(), console.err()).run();
            look.interrupt();
            return status;
        }
    }

    private void open(LaunchPlan plan, boolean quiet) {
        try {
            Optional<ServedPort> served = Optional.empty();
            while (served.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(
                        700); // SLURM and Docker tell nobody that an application answers; they are asked
                served = bench.applications().find(plan.mark(), plan.launch().place());
            }
            open(served.get(), quiet);
        } catch (Trouble e) {
            console.trouble(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens it, and keeps the tunnel until the connection is lost or somebody interrupts. */
    void open(ServedPort served, boolean quiet) throws Trouble {
        CountDownLatch lost = new CountDownLatch(1);
        bench.host().onLost(lost::countDown);
        try (OpenApplication application = new OpenApplication(bench.host(), served)) {
            if (quiet) {
                console.print(application.address());
            } else {
                new Browser(new LocalHost()).open(application.link());
            }
            lost.await();
            throw new Trouble(TroubleKind.CONNECTION_LOST, bench.host().name());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
