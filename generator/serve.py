"""A preview on this machine only."""

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator.errors import UsageError


def serve(output: Path, port: int) -> None:
    """Show a built site on loopback until interrupted."""
    if not (output / "index.html").is_file():
        raise UsageError(str(output), "holds no site yet", "Build it first: make site.")
    handler = partial(SimpleHTTPRequestHandler, directory=str(output))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"port {port}", str(error).rstrip("."), "Choose another with PORT=."
        ) from error
    with server:
        print(f"http://127.0.0.1:{server.server_port}/  (Ctrl-C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()
