from __future__ import annotations

from dataclasses import dataclass


@dataclass
class ProductPage:
    items: list[Product]  # items
    total: int  # total
