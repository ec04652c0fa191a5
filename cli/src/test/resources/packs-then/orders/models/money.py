from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Money:
    amount: str  # amount
    currency: str  # currency
