package com.jcraft.jsch;

import java.io.IOException;

/**
 * The receiving window of a channel (RFC 4254, 5.2), kept by who reads the channel. JSch itself grants a server new
 * room as soon as it has handed data on, and so cannot have one channel wait without all of the connection. It lies in
 * JSch's package since JSch offers no other way in; that the fields are still there, the compiler checks. What else of
 * a channel JSch keeps to itself is asked here, too.
 */
public final class ChannelWindow {

    private ChannelWindow() {}

    /**
     * Has JSch grant nothing for what it hands on now. To be called for each piece, by what JSch hands it to: then
     * nobody else changes these fields.
     */
    public static void keepShut(Channel channel) {
        channel.lwsize_max = 0; // it grants when less than half of this is left
        channel.lwsize = Integer.MAX_VALUE;
    }

    /**
     * From now on no answer is wanted, and none waited for, to a signal or another size of a terminal (RFC 4254, 6.7
     * and 6.9).
     */
    public static void asksWithoutReply(Channel channel) {
        channel.connectTimeout = 0;
    }

    /** What is sent for a channel. */
    public interface Request {
        void send() throws Exception;
    }

    /**
     * Sends it unless this end has closed the channel, and before it does: sshd ends the whole connection when it gets
     * a request for a channel that both ends have closed.
     */
    public static void whileOpen(Channel channel, Request request) throws Exception {
        synchronized (channel) { // under which JSch says that it closes it
            if (!channel.close) {
                request.send();
            }
        }
    }

    /** Whether the server has ever said that it opened it. */
    public static boolean hasBeenOpened(Channel channel) {
        return channel.getRecipient() != -1;
    }

    /**
     * Lets the server send so many bytes more. Nothing happens where the channel is closed.
     *
     * @throws IOException where the connection is broken
     */
    public static void grant(Channel channel, int bytes) throws IOException {
        Buffer buffer = new Buffer(100);
        Packet packet = new Packet(buffer);
        packet.reset();
        buffer.putByte((byte) Session.SSH_MSG_CHANNEL_WINDOW_ADJUST);
        buffer.putInt(channel.getRecipient());
        buffer.putInt(bytes);
        try {
            synchronized (channel) {
                if (!channel.close) {
                    channel.getSession().write(packet);
                }
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
