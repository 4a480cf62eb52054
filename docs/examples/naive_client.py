"""A naive BITS client: enough for a plain upload, an example for driver.py, nothing to deploy."""

import http.client
import os
import urllib.parse

PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}"


class Refused(Exception):
    """The server said no."""

    def __init__(self, answer):
        self.status = answer.status
        self.error = answer.getheader("BITS-Error") or answer.getheader("BITS-Error-Code")
        self.context = answer.getheader("BITS-Error-Context")
        super().__init__(f"{answer.status} {answer.reason}")


def upload(url, path, fragment_size=1 << 20, timeout=60):
    """Uploads a file; raises Refused, or OSError and HTTPException of the library."""
    address = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port or 80, timeout=timeout)
    target = address.path + ("?" + address.query if address.query else "")

    def send(packet, body=b"", **headers):
        lines = {"BITS-Packet-Type": packet, "Content-Length": str(len(body))}
        lines.update({name.replace("_", "-"): value for name, value in headers.items()})
        connection.request("BITS_POST", target, body, lines)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in (200, 416) or answer.getheader("BITS-Packet-Type") is None:
            raise Refused(answer)
        return answer

    try:
        session = send("CREATE-SESSION", BITS_Supported_Protocols=PROTOCOL).getheader("BITS-Session-Id")
        size = os.path.getsize(path)
        offset = 0
        with open(path, "rb") as file:
            while offset < size:
                file.seek(offset)
                body = file.read(fragment_size)
                answer = send(
                    "FRAGMENT",
                    body,
                    BITS_Session_Id=session,
                    Content_Range=f"bytes {offset}-{offset + len(body) - 1}/{size}",
                )
                offset = int(answer.getheader("BITS-Received-Content-Range"))
        send("CLOSE-SESSION", BITS_Session_Id=session)
    finally:
        connection.close()
