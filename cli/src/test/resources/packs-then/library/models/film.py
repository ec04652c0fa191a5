from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Film:
    id: str  # id, optional
    title: str  # title
    year: int  # year
    shelf: str | None  # shelf, optional
    kind: FilmKind  # kind
    minutes: int  # minutes
    trailer: str  # trailer, optional
    subtitles: dict[str, bool]  # subtitles, optional
