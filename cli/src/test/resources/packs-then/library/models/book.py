from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Book:
    id: str  # id, optional
    title: str  # title
    year: int  # year
    shelf: str | None  # shelf, optional
    kind: BookKind  # kind
    isbn: str  # isbn
    authors: list[str]  # authors
    pages: int  # pages, optional
