package org.maxdock.ui;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import com.sun.javafx.tk.quantum.QuantumToolkit;
import java.lang.reflect.Field;

/**
 * JavaFX's clock for what is to be drawn, which rests while there is nothing. JavaFX asks its clock to, but that of
 * Linux and Windows goes on and wakes the program sixty times a second, which takes more than all else of an idle
 * window.
 */
final class RestingPulse extends Timer {

    private static final long GOES = 1;

    private final Timer clock;
    private final int period;

    private RestingPulse(Timer clock, int period) {
        super(() -> {}); // that clock has what is to be done
        this.clock = clock;
        this.period = period;
    }

    /** Puts it in place of JavaFX's own; where that cannot be had, it stays. On the window's thread. */
    static void install() {
        try {
            Toolkit toolkit = Toolkit.getToolkit();
            Field field = field("pulseTimer");
            Timer clock = (Timer) field.get(toolkit);
            if (clock instanceof RestingPulse
                    || clock.getClass().getSimpleName().equals("MacTimer")) {
                return; // which rests
            }
            RestingPulse resting =
                    new RestingPulse(clock, field("PULSE_INTERVAL").getInt(toolkit));
            resting.start(resting.period);
            field.set(toolkit, resting);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.getLogger(RestingPulse.class.getName()).log(System.Logger.Level.DEBUG, "JavaFX's clock goes on", e);
        }
    }

    /** Whether JavaFX's clock is at rest. */
    static boolean isAtRest() throws ReflectiveOperationException {
        return field("pulseTimer").get(Toolkit.getToolkit()) instanceof RestingPulse pulse && !pulse.clock.isRunning();
    }

    private static Field field(String name) throws ReflectiveOperationException {
        Field field = QuantumToolkit.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    protected long _start(Runnable none) {
        return _start(none, period);
    }

    @Override
    protected long _start(Runnable none, int millis) {
        clock.start(millis);
        return GOES;
    }

    @Override
    protected void _stop(long ignored) {
        clock.stop();
    }

    @Override
    protected void _pause(long ignored) {
        clock.stop();
    }

    @Override
    protected void _resume(long ignored) {
        if (!clock.isRunning()) {
            clock.start(period);
        }
    }
}
