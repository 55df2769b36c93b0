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
import org.maxdock.operation.Connection;
import org.maxdock.operation.LaunchOperations;
import org.maxdock.text.Trouble;
import org.maxdock.text.TroubleKind;

/**
 * Runs a launch that is an application on a port: its output passes through, and its page opens in a browser as soon as
 * it answers.
 */
final class ServedApplication {

    private static final int ASK_MS = 700;

    private final Console console;
    private final Connection server;
    private final LaunchOperations launches;
    private final ServedTold told;

    ServedApplication(Console console, Connection server, LaunchOperations launches, ServedTold told) {
        this.console = console;
        this.told = told;
        this.server = server;
        this.launches = launches;
    }

    /** @param quiet only tell the address, open no browser */
    int run(LaunchPlan plan, boolean quiet) throws Trouble {
        try (Running running = launches.start(plan)) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread look = Thread.ofVirtual().start(() -> open(plan, quiet, ended));
            int status = new PassThrough(running, console.err(), console.err()).run();
            ended.countDown();
            look.interrupt();
            told.ended(status);
            return status;
        }
    }

    /** SLURM and Docker tell nobody that an application answers: they are asked, until it ends. */
    private void open(LaunchPlan plan, boolean quiet, CountDownLatch ended) {
        try {
            Optional<ServedPort> served = Optional.empty();
            while (served.isEmpty()) {
                if (ended.await(ASK_MS, TimeUnit.MILLISECONDS)) {
                    return;
                }
                served = launches.application(plan.mark(), plan.launch().place());
            }
            open(served.get(), quiet);
        } catch (Trouble e) {
            if (ended.getCount() > 0) { // else who asked was told to stop
                console.trouble(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens it, and keeps the tunnel until the connection is lost or somebody interrupts. */
    void open(ServedPort served, boolean quiet) throws Trouble {
        CountDownLatch lost = new CountDownLatch(1);
        server.onChange(now -> lost.countDown());
        try (OpenApplication application = launches.open(served, console::trouble)) {
            if (!quiet) {
                new Browser(new LocalHost()).open(application.link());
            }
            told.answers(quiet ? Optional.of(application.address()) : Optional.empty());
            lost.await();
            throw new Trouble(TroubleKind.CONNECTION_LOST, server.state().target());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
