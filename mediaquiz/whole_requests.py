"""A request whose connection breaks in the middle changes nothing.

gunicorn gives the part of it that has arrived as if it were all, and half a form reads like a whole one: an answer cut
short would replace the one that stands, a pasted article would lose its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.http.request import UnreadablePostError

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...

    def readline(self, size: int, /) -> bytes: ...


class WholeBody:
    """A body that raises OSError where it ends too early, as Django expects of a broken line.

    Django asks for no more bytes than were announced, and gunicorn reads on until it has what is asked: less is the end.
    """

    def __init__(self, stream: Stream) -> None:
        self.stream = stream

    def read(self, size: int) -> bytes:
        data = self.stream.read(size)
        if len(data) < size:
            raise ConnectionResetError("the connection broke in the middle of the request")
        return data

    def readline(self, size: int) -> bytes:
        line = self.stream.readline(size)
        if len(line) < size and not line.endswith(b"\n"):
            raise ConnectionResetError("the connection broke in the middle of the request")
        return line


def whole_requests(application: Application) -> Application:
    """The application, given a request's body whole or not at all."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        environ["wsgi.input"] = WholeBody(environ["wsgi.input"])
        return application(environ, start_response)

    return answer


class BrokenRequestMiddleware:
    """Answers a broken request with 400, which nobody will read: one line in the log in place of a page of trace."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, UnreadablePostError):
            return None
        return HttpResponse("The connection broke.", status=400, content_type="text/plain")
