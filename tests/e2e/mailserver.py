#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# A mail server on 127.0.0.1 that keeps what it takes: mailserver.py FOLDER. The port that the system chose stands in
# FOLDER/port; each message becomes a file N.eml. Ends when its standard input does.
import os
import socket
import sys

from aiosmtpd.controller import Controller


class Keeper:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        path = os.path.join(self.folder, f"{self.count}.eml")
        with open(path + ".part", "wb") as file:
            file.write(b"To: <" + envelope.rcpt_tos[0].encode() + b">\r\n" + envelope.content)
        os.rename(path + ".part", path)
        return "250 2.0.0 taken"


class AnyPort(Controller):
    # The library asks the port that it was given whether it answers; of port 0 only the socket knows.
    def _trigger_server(self):
        with socket.create_connection(self.server.sockets[0].getsockname(), 5) as probe:
            probe.recv(1024)


def main():
    folder = sys.argv[1]
    server = AnyPort(Keeper(folder), hostname="127.0.0.1", port=0)
    server.start()
    port = server.server.sockets[0].getsockname()[1]
    with open(os.path.join(folder, "port.part"), "w", encoding="ascii") as file:
        file.write(str(port))
    os.rename(os.path.join(folder, "port.part"), os.path.join(folder, "port"))
    sys.stdin.read()
    server.stop()


main()
