from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Journal:
    id: str  # id, optional
    title: str  # title
    year: int  # year
    shelf: str | None  # shelf, optional
    kind: JournalKind  # kind
    issn: str  # issn
    issue: object  # issue
