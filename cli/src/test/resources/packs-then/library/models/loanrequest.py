from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass
class LoanRequest:
    items: list[str]  # items
    until: date  # until, optional
