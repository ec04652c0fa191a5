from __future__ import annotations

from dataclasses import dataclass


@dataclass
class OrderPage:
    items: list[Order]  # items
    total: int  # total
