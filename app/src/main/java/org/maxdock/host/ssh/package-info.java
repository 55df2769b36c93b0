/**
 * A machine that is reached over SSH, the way OpenSSH's client would reach it.
 *
 * <p>What the configuration says ({@code ConfigSource}: OpenSSH's own client where there is one, else a reader of the
 * files) becomes an {@code SshConfig}, which is valid or does not exist; what in it cannot be followed is refused or
 * told by its name ({@code Unfollowed}). {@link org.maxdock.host.ssh.SshConnector} makes a way to the server
 * ({@code Route}, {@code Wire}): over the network, over jump hosts, each with a login of its own, or through a command.
 * On it {@code SshLogin} has the server judged ({@code HostKeyCheck}, {@code KnownHosts}) and the user let in
 * ({@code LoginKeys}, {@code SshQuestions}). All of that stands under a {@code Guard}, which ends it when it takes too
 * long or is cancelled.
 *
 * <p>This package alone knows JSch, which it gives no decision: of JSch are the protocol, the ciphers and the channels.
 */
package org.maxdock.host.ssh;
