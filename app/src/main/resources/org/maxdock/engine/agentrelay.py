# Listens as an ssh-agent does, for its own user alone, and has whoever started it answer each request: a line of Base64
# on its output, a line of Base64 on its input. It ends with its input, and removes what it has made.
import base64
import glob
import os
import selectors
import shutil
import signal
import socket
import stat
import struct
import sys
import tempfile
import time

LONGEST = 256 * 1024  # bytes of a request, as OpenSSH's own agent takes them
NAME = "/tmp/maxdock-agent."


def is_left(folder):
    """Whether that is an own one whose program was killed."""
    found = os.lstat(folder)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        return False
    with socket.socket(socket.AF_UNIX) as there:
        there.settimeout(1)
        try:
            there.connect(folder + "/agent")
            return False
        except (ConnectionRefusedError, FileNotFoundError):
            return found.st_mtime < time.time() - 60


def answer(request):
    sys.stdout.write(base64.b64encode(request).decode() + "\n")
    sys.stdout.flush()
    line = sys.stdin.buffer.readline()
    if not line:
        sys.exit()
    return base64.b64decode(line)


def serve(client, waiting):
    """Answers what has come whole; false where there is nothing more to come."""
    some = client.recv(65536)
    waiting += some
    while len(waiting) >= 4:
        length = struct.unpack(">I", waiting[:4])[0]
        if not 0 < length <= LONGEST:
            return False
        if len(waiting) < 4 + length:
            break
        reply = answer(bytes(waiting[4:4 + length]))
        del waiting[:4 + length]
        client.sendall(struct.pack(">I", len(reply)) + reply)
    return bool(some)


def main(folder):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(folder + "/agent")
    listener.listen(socket.SOMAXCONN)  # nobody is accepted while one is answered
    print(folder + "/agent", flush=True)
    with selectors.DefaultSelector() as selector:
        selector.register(listener, selectors.EVENT_READ)
        selector.register(sys.stdin, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is sys.stdin:
                    return  # nobody writes there unasked: it is its end
                if key.fileobj is listener:
                    selector.register(listener.accept()[0], selectors.EVENT_READ, bytearray())
                    continue
                try:
                    more = serve(key.fileobj, key.data)
                except OSError:
                    more = False
                if not more:
                    selector.unregister(key.fileobj)
                    key.fileobj.close()


os.umask(0o077)
for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
    signal.signal(one, lambda *_: sys.exit())
for old in glob.glob(NAME + "*"):
    try:
        if is_left(old):
            shutil.rmtree(old)
    except OSError:
        pass  # it is another's, or gone by now
made = tempfile.mkdtemp(prefix=os.path.basename(NAME), dir=os.path.dirname(NAME))
try:
    main(made)
finally:
    shutil.rmtree(made, ignore_errors=True)
