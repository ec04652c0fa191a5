from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FindItemsPublished:
    fromvalue: int  # from, optional
    to: int  # to, optional
