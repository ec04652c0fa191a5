from __future__ import annotations

from dataclasses import dataclass


@dataclass
class FindItemsPublished:
    from_value: int  # from, optional
    to: int  # to, optional
