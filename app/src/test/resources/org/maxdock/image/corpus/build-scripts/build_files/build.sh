#!/bin/sh
set -e
echo built > /tmp/scratch
cp /tmp/scratch /etc/built
