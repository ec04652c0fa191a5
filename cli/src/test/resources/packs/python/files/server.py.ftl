"""[=name.kebab], answered by the standard library alone."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

OPERATIONS = [
[#list service.operations() as endpoint]
    ([=open][=br]"[=endpoint.method]",[=sp][=endpoint.contractPath.literal()],[=sp]"[=endpoint.name]"[=close]),
[/#list]
]


def route(method, path):
    for candidate, template, name in OPERATIONS:
        pattern = "".join("[^/]+" if part.startswith("{") else re.escape(part) for part in re.split(r"(\{[^}]*})", template))
        if method == candidate and re.fullmatch(pattern, path):
            return name
    return None


class Handler(BaseHTTPRequestHandler):
    def answer(self):
        name = route(self.command, self.path.partition("?")[0])
        body = json.dumps({"operation": name}).encode()
        self.send_response(404 if name is None else 501)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer


if __name__ == "__main__":
    ThreadingHTTPServer(("", [=port]), Handler).serve_forever()
