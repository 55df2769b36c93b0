package org.maxdock.host.ssh;

import com.jcraft.jsch.Channel;
import java.io.InputStream;
import java.io.OutputStream;
import org.maxdock.host.ByteStream;

record SshStream(Channel channel, InputStream input, OutputStream output) implements ByteStream {

    @Override
    public void close() throws java.io.IOException {
        channel.disconnect();
        input.close();
    }
}
