"""Takes every mail at port 1025, and shows the text of the newest at /view/latest.txt?query=to:ADDRESS of port 8025."""

import asyncore
import email
import email.policy
import smtpd
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

mails = []


class Smtp(smtpd.SMTPServer):
    def process_message(self, peer, mailfrom, rcpttos, data, **options):
        mails.append((rcpttos, email.message_from_bytes(data, policy=email.policy.default)))


class Inbox(BaseHTTPRequestHandler):
    def do_GET(self):
        request = urlparse(self.path)
        wanted = parse_qs(request.query).get("query", ["to:"])[0].removeprefix("to:").strip('"')
        found = [mail for to, mail in mails if not wanted or wanted in to]
        known = request.path == "/view/latest.txt" and found
        self.send_response(200 if known else 404)
        self.end_headers()
        if known:
            self.wfile.write(found[-1].get_body(("plain",)).get_content().encode())


Smtp(("0.0.0.0", 1025), None)
threading.Thread(target=asyncore.loop, daemon=True).start()
ThreadingHTTPServer(("0.0.0.0", 8025), Inbox).serve_forever()
