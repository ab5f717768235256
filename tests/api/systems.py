"""A municipality's own system: a key, and a short way to ask with it."""

import json
import secrets
from typing import Any

from django.http import HttpResponse
from django.test import Client

from accounts.actions import tokens
from accounts.choices import TokenScope
from evidence.models import Organisation
from tests import people

BASE = "/api/v1/"


class System:
    """Asks the API with a key; every post gets a fresh Idempotency-Key unless one is given (None: without)."""

    def __init__(self, organisation: Organisation | None = None, scope: TokenScope = TokenScope.WRITE) -> None:
        self.organisation = organisation or people.organisation()
        self.user = people.coordinator(self.organisation)
        self.token, self.secret = tokens.issue_token(self.organisation, name="Zaaksysteem", by=self.user, scope=scope)
        self.client = Client(raise_request_exception=True)

    def ask(self, method: str, path: str, body: Any = None, *, key: str | None = "", **headers: str) -> HttpResponse:
        """Send a request; `body` is JSON, or bytes to send as they are."""
        sent = {"authorization": f"Bearer {self.secret}"} | headers
        if method == "POST" and key is not None:
            sent["idempotency-key"] = key or secrets.token_hex(8)
        elif key:
            sent["idempotency-key"] = key
        data = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        content_type = sent.pop("content-type", "application/json")
        return self.client.generic(method, f"{BASE}{path}", data, content_type=content_type, headers=sent)

    def get(self, path: str, status: int = 200, **headers: str) -> Any:
        """Read, and return the JSON."""
        return self._expected("GET", path, status, None, **headers)

    def post(self, path: str, body: Any = None, status: int = 200, *, key: str | None = "", **headers: str) -> Any:
        """Write, and return the JSON."""
        return self._expected("POST", path, status, body, key=key, **headers)

    def patch(self, path: str, body: Any, status: int = 200, *, key: str | None = "", **headers: str) -> Any:
        """Change, and return the JSON."""
        return self._expected("PATCH", path, status, body, key=key, **headers)

    def draft(self, **answers: Any) -> dict:
        """Start a draft of a new initiative."""
        return self.post("submissions", {"kind": "new", "answers": answers}, 201)

    def etag(self, reference: str) -> str:
        """Return the present version."""
        return self.ask("GET", f"submissions/{reference}").headers["ETag"]

    def _expected(self, method: str, path: str, status: int, body: Any, **more: Any) -> Any:
        response = self.ask(method, path, body, **more)
        assert response.status_code == status, (method, path, response.status_code, response.content[:800])
        return response.json()


def faults(problem: dict) -> list[tuple[str, str]]:
    """Return the place and code of everything that a problem lists."""
    return [(fault.get("pointer") or fault["parameter"], fault["code"]) for fault in problem["errors"]]
