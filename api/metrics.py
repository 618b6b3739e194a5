"""What the process measures of itself, as Prometheus reads it: `/metrics`. Nobody else gets to see it."""

from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

from prometheus_client import CollectorRegistry
from prometheus_client.exposition import choose_encoder
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data import settings
from data.library import Library
from data.metrics import REGISTRY, Facts

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
"""What a proxy says of a request that it hands on: then the address that it comes from is not that of whoever asks."""

HERE = ("localhost", "127.0.0.1", "::1")
"""What whoever asks on the machine itself calls it."""


def routes(library: Callable[[], Library]) -> list[Route]:
    """Return the route of the metrics.

    Args:
        library: gives the library of the process.
    """
    everything = CollectorRegistry()
    everything.register(Facts(library))
    everything.register(REGISTRY)

    async def endpoint(request: Request) -> Response:
        if not _may(request):
            return PlainTextResponse("Not found", status_code=404)
        encode, kind = choose_encoder(request.headers.get("accept", ""))
        body = encode(everything)
        return Response(body, headers={"content-type": kind, "cache-control": "no-store"})

    return [Route("/metrics", endpoint, methods=["GET", "HEAD"])]


def _may(request: Request) -> bool:
    """Say whether whoever asks may read it: from the networks that are named or, where none are, on this machine itself.

    A proxy on this machine asks from it too, for anybody: it tells by a header or, as a rule, by the host that was asked.
    """
    if request.client is None or any(name in request.headers for name in FORWARDED):
        return False
    try:
        peer = _plain(ip_address(request.client.host))
    except ValueError:
        return False
    networks = settings.watchers()
    if networks is None:
        return peer.is_loopback and request.url.hostname in HERE
    return any(peer in network for network in networks)


def _plain(peer: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return an address of IPv4 as such: a socket that takes both kinds writes it as one of IPv6."""
    return (peer.ipv4_mapped or peer) if isinstance(peer, IPv6Address) else peer
