"""A web server that misbehaves, for TransferTests. It listens on this machine only and ends with its standard input, or after two minutes.

usage: server.py [CERTIFICATE KEY]
"""
import os
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CSV = "姓名,活动,日期,学时\n王鑫,主题党日,2024-03-12,2\n".encode()
counts = {}
lock = threading.Lock()
over = threading.Event()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def times(self):
        with lock:
            counts[self.path] = counts.get(self.path, 0) + 1
            return counts[self.path]

    def do_GET(self):
        try:
            self.route(self.path.partition("?")[0].split("/")[1:], self.path.partition("?")[2])
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass

    def route(self, parts, query):
        name = parts[0]
        if name == "ok":
            self.answer(200, CSV, Content_Type="text/csv; charset=utf-8")
        elif name == "echo":
            self.answer(200, (self.headers.get("Authorization") or "none").encode())
        elif name == "slow":
            self.answer(200, b"a", Content_Length="100000")
            over.wait(20)
        elif name == "silent":
            over.wait(20)
        elif name == "cut":
            self.answer(200, b"ten bytes!", Content_Length="1000")
        elif name == "nothing":
            self.close_connection = True
        elif name == "garbage":
            self.wfile.write(b"\x00\xff this is no HTTP\r\n\r\n")
            self.close_connection = True
        elif name == "declared":
            self.answer(200, b"a", Content_Length="1000000000000")
        elif name == "huge":
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            for _ in range(256):
                self.wfile.write(b"x" * 65536)
            self.close_connection = True
        elif name == "loop":
            self.answer(302, Location="/loop2" if len(parts) == 1 else "/loop")
        elif name == "loop2":
            self.answer(302, Location="/loop")
        elif name == "chain":
            left = int(parts[1])
            self.answer(302, Location=f"/chain/{left - 1}") if left else self.answer(200, b"end")
        elif name == "to":
            self.answer(302, Location=query)
        elif name == "status":
            self.answer(int(parts[1]), b"no")
        elif name == "busy":
            self.answer(429, Retry_After=parts[1])
        elif name == "after":
            failures = int(parts[1])
            self.answer(200, b"at last") if self.times() > failures else self.answer(503)
        elif name == "cutonce":
            self.answer(200, b"whole") if self.times() > 1 else self.answer(200, b"who", Content_Length="5")
        elif name == "count":
            with lock:
                self.answer(200, str(counts.get("/" + "/".join(parts[1:]), 0)).encode())
        else:
            self.answer(404)


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    threading.Timer(120, os._exit, [0]).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    over.set()
    os._exit(0)


main()
