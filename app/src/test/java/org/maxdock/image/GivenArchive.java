package org.maxdock.image;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import org.maxdock.host.Cancellation;
import org.maxdock.host.Command;
import org.maxdock.host.Host;
import org.maxdock.host.Output;
import org.maxdock.host.Running;
import org.maxdock.text.Trouble;

/** What a host's docker gives as an archive. */
record GivenArchive(byte[] bytes) implements Running {

    Host host() throws Trouble {
        Host host = mock(Host.class, withSettings().stubOnly());
        when(host.isOpen()).thenReturn(true);
        when(host.start(any(Command.class), any(Cancellation.class))).thenReturn(this);
        Output all = new Output(0, bytes, new byte[0]);
        when(host.run(any(Command.class))).thenReturn(all);
        when(host.run(any(Command.class), any(Cancellation.class))).thenReturn(all);
        return host;
    }

    @Override
    public OutputStream input() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream output() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public InputStream errors() {
        return InputStream.nullInputStream();
    }

    @Override
    public int await() {
        return 0;
    }

    @Override
    public void close() {
        // it has ended
    }
}
