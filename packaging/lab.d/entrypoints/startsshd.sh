#!/bin/sh
# What dockercluster starts a container with: a home in it for the user, who is let in by the cluster's key, and sshd.
mkdir "$HOME" "$HOME/etc" "$HOME/.ssh"
cp /ssh_keys/id_rsa "$HOME/.ssh/id_rsa"
cp /ssh_keys/id_rsa.pub "$HOME/.ssh/authorized_keys"
printf 'Port %s\nLogLevel ERROR\nStrictHostKeyChecking no\n' "$DOCKER_SSHPORT" > "$HOME/.ssh/config"
chmod 700 "$HOME/.ssh"
chmod 600 "$HOME/.ssh/id_rsa" "$HOME/.ssh/authorized_keys"
ssh-keygen -q -t rsa -N '' -f "$HOME/etc/host_key"
printf 'Port %s\nHostKey %s/etc/host_key\nPidFile %s/sshd.pid\n' "$DOCKER_SSHPORT" "$HOME" "$HOME" > "$HOME/etc/sshd_config"
/usr/sbin/sshd -f "$HOME/etc/sshd_config" -D > /dev/null
